package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.annotation.Table;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/guide/annotations.md} lists every annotation, with goldens that use it. */
class AnnotationsTableTest {

    private static final Pattern ROW = Pattern.compile("\\| `@(\\w+)` \\| .+ \\| (.+) \\|");

    @Test
    void everyAnnotationHasARowWithGoldensThatUseIt() throws Exception {
        Map<String, List<String>> rows = rows();
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(annotations());
        for (Map.Entry<String, List<String>> row : rows.entrySet()) {
            assertThat(row.getValue()).as("goldens of @%s", row.getKey()).isNotEmpty();
            for (String golden : row.getValue()) {
                assertThat(sources(golden)).as(golden).containsPattern("@" + row.getKey() + "\\b");
            }
        }
    }

    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/guide/annotations.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(
                        row.group(1),
                        Stream.of(row.group(2).split(", ", -1))
                                .map(golden -> golden.replace("`", ""))
                                .toList());
            }
        }
        return rows;
    }

    private static List<String> annotations() throws IOException, URISyntaxException, ReflectiveOperationException {
        Path place = Path.of(
                Table.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return annotations(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return annotations(jar.getPath("/"));
        }
    }

    private static List<String> annotations(Path classes) throws IOException, ReflectiveOperationException {
        List<String> names;
        try (Stream<Path> files = Files.list(classes.resolve("dev/tenon/annotation"))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.startsWith("package-info"))
                    .map(file -> file.replace(".class", ""))
                    .sorted()
                    .toList();
        }
        List<String> annotations = new java.util.ArrayList<>();
        for (String name : names) {
            if (Class.forName("dev.tenon.annotation." + name).isAnnotation()) {
                annotations.add(name);
            }
        }
        return annotations;
    }

    private static String sources(String golden) throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(GoldenTest.FOLDER.resolve(golden))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }
}
