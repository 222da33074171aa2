package dev.tenon.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entities of one kind of mapping, in a folder each, mean what they mean to Hibernate ORM: the same schema, with which
 * Hibernate works as with its own. A file {@code differences.txt} lists what decision 10 wants otherwise.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityFoldersTest {

    private static final Path FOLDERS = Path.of("src/test/entities");

    private TestDatabase tenon;
    private TestDatabase hibernate;

    @TempDir
    Path output;

    @BeforeAll
    void open() {
        tenon = DevPostgres.shared().database();
        hibernate = DevPostgres.shared().database();
    }

    @AfterAll
    void close() {
        tenon.close();
        hibernate.close();
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void tenonCreatesWhatHibernateCreates(Path folder) throws IOException, SQLException {
        Comparison comparison = Comparison.of(folder, output, Naming.SNAKE_CASE, tenon.jdbcUrl(), hibernate.jdbcUrl());
        assertThat(comparison.lines()).as("%s", folder).isEqualTo(intended(folder));
    }

    private static List<String> intended(Path folder) throws IOException {
        Path file = folder.resolve("differences.txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
