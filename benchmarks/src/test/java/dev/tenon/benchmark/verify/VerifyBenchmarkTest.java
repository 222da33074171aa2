package dev.tenon.benchmark.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Schema;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs and measures what it claims. The tests check no durations. */
class VerifyBenchmarkTest {

    @TempDir
    Path folder;

    @Test
    void everyTableHasTwelveColumnsPoliciesGrantsAndIndexes() throws Exception {
        try (TestDatabase database = DevPostgres.shared().database()) {
            Schema schema = VerifyBenchmark.prepare(folder, database, 3);
            assertThat(schema.tables().stream()
                            .filter(table -> table.name().name().startsWith("table_")))
                    .hasSize(3)
                    .allSatisfy(table -> {
                        assertThat(table.columns()).hasSize(12);
                        assertThat(table.policies()).hasSize(5);
                        assertThat(table.grants()).hasSize(1);
                        assertThat(table.indexes()).hasSizeGreaterThan(2);
                        assertThat(table.foreignKeys()).hasSize(2);
                    });
            drop(database, schema);
        }
    }

    private static void drop(TestDatabase database, Schema schema) throws Exception {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP OWNED BY " + schema.roles().get(0).name());
            statement.execute("DROP ROLE " + schema.roles().get(0).name());
        }
    }

    @Test
    void growthIsTheExponentFromTheSmallestSize() {
        VerifyReport report = new VerifyReport();
        report.add(1_000, Map.of(Contender.PG_DUMP, List.of(new Measured(400, 2_048))));
        report.add(4_000, Map.of(Contender.PG_DUMP, List.of(new Measured(1_600, 8_192))));
        assertThat(report.toString()).contains("| 4000 | pg_dump --schema-only | 1600 | 1600 | 1.00 | 8 | 1.00 |");
    }
}
