package dev.tenon.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.Test;

/** The table of the guide lists every annotation that Hibernate ORM has. */
class HibernateAnnotationsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\| (?:7|6\\.6, 7) \\|");

    @Test
    void theGuideListsEveryAnnotation() throws Exception {
        Set<String> listed = ROW.matcher(Files.readString(Path.of("../docs/guide/jpa.md")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).containsExactlyElementsOf(annotations());
    }

    private static Set<String> annotations() throws IOException, URISyntaxException, ClassNotFoundException {
        String prefix = "org/hibernate/annotations/";
        Path jar = Path.of(Immutable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> annotations = new TreeSet<>();
        try (ZipFile files = new ZipFile(jar.toFile())) {
            List<String> names = files.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches(prefix + "[\\w$]+\\.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
            for (String name : names) {
                if (Class.forName(name, false, Immutable.class.getClassLoader()).isAnnotation()) {
                    annotations.add(name.substring(prefix.length()).replace('$', '.'));
                }
            }
        }
        return annotations;
    }
}
