package dev.tenon.benchmark.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs and measures what it claims. The tests check no durations. */
class MigrateBenchmarkTest {

    @TempDir
    Path folder;

    @Test
    void theLoopRunsEveryFile() throws Exception {
        MigrationDirectory directory = MigrateBenchmark.prepare(folder, 3);
        try (TestDatabase database = DevPostgres.shared().database()) {
            MigrateBenchmark.loop(folder, directory, database);
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement();
                    ResultSet tables =
                            statement.executeQuery("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'table_0%'")) {
                tables.next();
                assertThat(tables.getInt(1)).isEqualTo(3);
            }
        }
    }
}
