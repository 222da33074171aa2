package dev.tenon.processor.internal.read.jpa.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotationCatalog.Treatment;
import jakarta.persistence.Entity;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The page lists every annotation of Jakarta Persistence, the processor treats each as listed, and an example shows it.
 */
class JpaAnnotationCatalogTest {

    private static final Path GOLDEN = Path.of("src/test/golden/jpa");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| ([a-z ]+) \\| (.*) \\| (\\w*) ?\\|");

    /** A row of the table on the page. */
    private record Row(String annotation, Treatment treatment, String meaning, String golden) {}

    @Test
    void thePageListsEveryAnnotationOfTheSpecification() throws Exception {
        assertThat(rows()).extracting(Row::annotation).containsExactlyElementsOf(annotations());
    }

    @Test
    void theProcessorTreatsEachAsThePageSays() throws IOException {
        assertThat(rows())
                .allSatisfy(row -> assertThat(JpaAnnotationCatalog.of(row.annotation()))
                        .as(row.annotation())
                        .isEqualTo(row.treatment()));
    }

    @Test
    void anExampleShowsEachThatIsRead() throws IOException {
        for (Row row : rows()) {
            if (row.treatment() == Treatment.READ) {
                assertThat(row.meaning()).as(row.annotation()).isNotBlank();
                assertThat(sources(GOLDEN.resolve(row.golden())))
                        .as(row.annotation())
                        .containsPattern("@" + row.annotation() + "\\b");
            } else {
                assertThat(row.golden()).as(row.annotation()).isEmpty();
            }
        }
    }

    @Test
    void whatALaterVersionAddsIsRefused() {
        assertThat(JpaAnnotationCatalog.of("AnnotationOfTomorrow")).isEqualTo(Treatment.REFUSED);
    }

    private static List<Row> rows() throws IOException {
        return Files.readString(Path.of("../docs/guide/jpa.md"))
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(
                        row.group(1),
                        Treatment.valueOf(row.group(2).replace(' ', '_').toUpperCase(Locale.ROOT)),
                        row.group(3),
                        row.group(4)))
                .toList();
    }

    private static List<String> annotations() throws IOException, URISyntaxException, ClassNotFoundException {
        String prefix = "jakarta/persistence/";
        File jar = new File(
                Entity.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (ZipFile files = new ZipFile(jar)) {
            List<String> names = files.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches(prefix + "\\w+\\.class"))
                    .map(name -> name.substring(prefix.length(), name.length() - ".class".length()))
                    .sorted()
                    .toList();
            List<String> annotations = new java.util.ArrayList<>();
            for (String name : names) {
                if (Class.forName("jakarta.persistence." + name, false, Entity.class.getClassLoader())
                        .isAnnotation()) {
                    annotations.add(name);
                }
            }
            return annotations;
        }
    }

    private static String sources(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
