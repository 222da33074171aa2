package dev.tenon.benchmark.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs and measures what it claims. The tests check no durations. */
class HnswBenchmarkTest {

    @TempDir
    Path folder;

    @Test
    void bothWaysBuildTheIndexOverAllRows() throws Exception {
        try (TestDatabase database = DevPostgres.shared().database()) {
            HnswBenchmark.Builds builds = HnswBenchmark.measure(database, folder, 50, 4);
            assertThat(builds.migrated()).isPositive();
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT indisvalid, (SELECT count(*) FROM public.chunk)"
                            + " FROM pg_index WHERE indexrelid = 'public.chunk_embedding_idx'::regclass")) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
                assertThat(row.getInt(2)).isEqualTo(50);
            }
        }
    }
}
