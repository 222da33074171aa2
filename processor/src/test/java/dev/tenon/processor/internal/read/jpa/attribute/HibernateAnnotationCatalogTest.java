package dev.tenon.processor.internal.read.jpa.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotationCatalog.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The processor treats each annotation of Hibernate ORM as the page says, and says what to write instead. */
class HibernateAnnotationCatalogTest {

    private static final Pattern ROW =
            Pattern.compile("\\| `([\\w.]+)` \\| (6\\.6|7|6\\.6, 7) \\| ([a-z ]+) \\| (.*) \\|");

    /** A row of the table on the page. */
    private record Row(String annotation, Treatment treatment, String meaning) {}

    @Test
    void theProcessorTreatsEachAsThePageSays() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThan(200)
                .allSatisfy(row -> assertThat(HibernateAnnotationCatalog.of(row.annotation()))
                        .as(row.annotation())
                        .isEqualTo(row.treatment()));
    }

    @Test
    void thePageSaysWhatToWriteInsteadOfEachThatIsRefused() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.treatment() == Treatment.REFUSED)
                .allSatisfy(row -> assertThat(row.meaning())
                        .as(row.annotation())
                        .isEqualTo(HibernateAnnotationCatalog.remedy(row.annotation())));
    }

    @Test
    void thePageSaysWhatEachThatIsReadMeans() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.treatment() == Treatment.READ)
                .allSatisfy(
                        row -> assertThat(row.meaning()).as(row.annotation()).isNotBlank());
    }

    @Test
    void whatALaterVersionAddsIsRefused() {
        assertThat(HibernateAnnotationCatalog.of("AnnotationOfTomorrow")).isEqualTo(Treatment.REFUSED);
    }

    private static List<Row> rows() throws IOException {
        return Files.readString(Path.of("../docs/guide/jpa.md"))
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(
                        row.group(1),
                        Treatment.valueOf(row.group(3).replace(' ', '_').toUpperCase(Locale.ROOT)),
                        row.group(4)))
                .toList();
    }
}
