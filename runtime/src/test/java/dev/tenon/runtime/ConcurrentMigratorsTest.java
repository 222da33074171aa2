package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.testing.postgres.InjectDatabase;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If many migrators start at once, each step is applied once, and all succeed. */
@PostgresTest
class ConcurrentMigratorsTest {

    private static final int MIGRATORS = 16;

    @InjectDatabase
    private TestDatabase database;

    @TempDir
    private Path temp;

    ConcurrentMigratorsTest() {}

    @Test
    void everyStepIsAppliedOnce() throws Exception {
        Path migrations = StepKinds.write(temp.resolve("all")).path();
        ExecutorService threads = Executors.newFixedThreadPool(MIGRATORS);
        List<Future<MigrationResult>> running = new ArrayList<>();
        for (int i = 0; i < MIGRATORS; i++) {
            running.add(threads.submit(() -> tenon(migrations).load().migrate()));
        }
        List<String> applied = new ArrayList<>();
        for (Future<MigrationResult> one : running) {
            MigrationResult result = one.get();
            assertThat(result.after().isCurrent()).isTrue();
            result.applied().forEach(name -> applied.add(name.toString()));
        }
        threads.shutdown();

        assertThat(applied).containsExactly("0001_init", "0002_fill", "0003_change");
        assertThat(text("SELECT string_agg(what, ',' ORDER BY what) FROM log")).isEqualTo("a,b,c");
        assertThat(text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isEqualTo("0");
    }

    @Test
    void aTimeoutNamesTheHolderOfTheLock() throws SQLException {
        Path migrations = new MigrationsFolder(temp)
                .generate("init", ShopSchema.of("customer"))
                .path();
        try (Connection holder = database.connection();
                Statement statement = holder.createStatement()) {
            statement.execute("SET application_name = 'somebody else'");
            statement.execute("SELECT pg_advisory_lock(1413828175, 1)");

            TenonException failure = catchThrowableOfType(
                    TenonException.class,
                    () -> tenon(migrations)
                            .lockTimeout(Duration.ofMillis(300))
                            .load()
                            .migrate());

            assertThat(failure.code()).isEqualTo("TN620");
            assertThat(failure.getMessage())
                    .contains("application somebody else")
                    .contains("user postgres")
                    .contains("since ");
            assertThat(failure.facts()).containsKeys("holderPid", "holderSince");
        }
    }

    private TenonConfig tenon(Path migrations) {
        return Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(migrations)
                .listener(event -> {});
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
