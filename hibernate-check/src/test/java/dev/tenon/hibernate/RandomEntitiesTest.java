package dev.tenon.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.hibernate.random.RandomEntities;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random entities mean what they mean to Hibernate ORM. A few seeds run in every build; {@code -Dtenon.endurance=true}
 * runs {@code -Dtenon.seeds} of them, from {@code -Dtenon.seed} on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomEntitiesTest {

    private static final List<Naming> NAMINGS = List.of(Naming.values());

    private TestDatabase tenon;
    private TestDatabase hibernate;

    @TempDir
    Path folder;

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

    static LongStream seeds() {
        long first = Long.getLong("tenon.seed", 1);
        return LongStream.range(
                first, first + (Boolean.getBoolean("tenon.endurance") ? Long.getLong("tenon.seeds", 200) : 6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tenonCreatesWhatHibernateCreates(long seed) throws IOException, SQLException {
        Path sources = folder.resolve("sources");
        RandomEntities.write(seed, sources);
        Naming naming = NAMINGS.get((int) (seed % NAMINGS.size()));
        Comparison comparison =
                Comparison.of(sources, folder.resolve("classes"), naming, tenon.jdbcUrl(), hibernate.jdbcUrl());
        boolean refused = comparison.refusal().isPresent()
                || comparison.problems().stream().anyMatch(RandomEntitiesTest::isIntended);
        if (!refused) {
            assertThat(comparison.lines())
                    .as("seed %s, %s\n%s", seed, naming, text(sources))
                    .isEmpty();
        }
    }

    /** Decision 10: where two mappings of one table disagree, Hibernate takes one silently. */
    private static boolean isIntended(String problem) {
        return problem.contains("[TN154]");
    }

    private static String text(Path sources) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }
}
