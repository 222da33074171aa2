package dev.tenon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.ShopSchema;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonConfig;
import dev.tenon.runtime.migrate.MigrationEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Frequent complaints about running migrations with other tools do not apply here. */
class KnownPainsOfRunningTest {

    private static final String BROKEN = """
            -- tenon:manual
            CREATE TABLE public.kept (id bigint);
            -- tenon:step no-transaction
            CREATE INDEX CONCURRENTLY kept_idx ON public.kept (id);
            -- tenon:step
            CREATE TABLE public.lost (id bigint);

            ALTER TABLE public.kept ADD COLUMN wrong no_such_type;
            """;

    private final Scratch scratch = Scratch.create();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temp;

    KnownPainsOfRunningTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void aMigrationMergedOutOfOrderIsNeverSkippedSilently() {
        folder().generate("init", ShopSchema.of("customer")).generate("older", ShopSchema.of("customer", "older"));
        folder().generate("newer", ShopSchema.of("customer", "newer", "older"));
        configured().load().migrate();
        scratch.execute("DROP TABLE older; DELETE FROM tenon.history WHERE number = 2");

        assertThat(run("migrate")).isEqualTo(3);
        assertThat(err.toString()).contains("[TN615] 0002_older is not applied, but the later 0003_newer is");
        assertThat(run("migrate", "--out-of-order")).isZero();
        assertThat(scratch.text("SELECT to_regclass('older')::text")).isEqualTo("older");
    }

    @Test
    void aFailureIsNeverSilent() {
        folder().add("broken", BROKEN, ShopSchema.of(new String[0]));

        assertThat(run("migrate")).isEqualTo(1);
        assertThat(err.toString())
                .contains("0001_broken.sql:8: step 3 of 3 failed")
                .contains("no_such_type")
                .contains("SQLSTATE 42704")
                .contains("ALTER TABLE public.kept ADD COLUMN wrong");
    }

    @Test
    void stepsCommitSeparatelyAndConcurrentlyRunsOutsideATransaction() {
        folder().add("broken", BROKEN, ShopSchema.of(new String[0]));

        assertThat(run("migrate")).isEqualTo(1);
        assertThat(scratch.text("SELECT indisvalid FROM pg_index WHERE indexrelid = 'kept_idx'::regclass"))
                .isEqualTo("t");
        assertThat(scratch.text("SELECT to_regclass('lost')::text")).isNull();
        assertThat(scratch.text("SELECT count(*) FROM tenon.history WHERE state = 'done'"))
                .isEqualTo("2");
    }

    @Test
    void aDryRunPrintsTheSqlThatWouldRunAndRunsNone() {
        folder().add("broken", BROKEN, ShopSchema.of(new String[0]));

        assertThat(run("migrate", "--dry-run")).isZero();
        assertThat(out.toString())
                .contains("CREATE TABLE public.kept (id bigint);")
                .contains("CREATE INDEX CONCURRENTLY kept_idx ON public.kept (id);")
                .contains("ALTER TABLE public.kept ADD COLUMN wrong no_such_type;");
        assertThat(scratch.text("SELECT to_regnamespace('tenon')::text")).isNull();
    }

    @Test
    void waitingForTheMigrationLockDoesNotBlockAConcurrentIndexBuild() throws Exception {
        folder().generate("init", ShopSchema.of(ShopSchema.table("customer")));
        folder().add("slow", """
                -- tenon:manual
                INSERT INTO public.customer SELECT g, g::text FROM generate_series(1, 1000) g;
                -- tenon:step no-transaction
                CREATE INDEX CONCURRENTLY customer_slow_idx ON public.customer (name);
                -- tenon:step no-transaction
                DROP INDEX CONCURRENTLY public.customer_slow_idx;
                """, ShopSchema.of(ShopSchema.table("customer")));
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> other = new CompletableFuture<>();
        configured()
                .listener(event -> {
                    if (event instanceof MigrationEvent.StepBegun begun
                            && begun.step().step() == 1
                            && waiting.getCount() > 0) {
                        Thread second = new Thread(() -> {
                            configured()
                                    .listener(told -> {
                                        if (told instanceof MigrationEvent.LockAwaited) {
                                            waiting.countDown();
                                        }
                                    })
                                    .load()
                                    .migrate();
                            other.complete(null);
                        });
                        second.start();
                        await(waiting);
                    }
                })
                .load()
                .migrate();
        other.get(60, TimeUnit.SECONDS);
        assertThat(scratch.text("SELECT count(*) FROM tenon.history")).isEqualTo("4");
    }

    @Test
    void noLockOutlivesItsMigrator() {
        folder().generate("init", ShopSchema.of("customer"));
        assertThatThrownBy(() -> configured()
                        .retryFor(Duration.ZERO)
                        .listener(event -> {
                            if (event instanceof MigrationEvent.StepBegun) {
                                scratch.text("SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
                                        + " WHERE datname = current_database() AND application_name = 'tenon'");
                            }
                        })
                        .load()
                        .migrate())
                .hasMessageContaining("[TN624]");

        assertThat(configured().lockTimeout(Duration.ZERO).load().migrate().applied())
                .hasSize(1);
    }

    @Test
    void lineEndsDoNotChangeChecksums() throws IOException {
        folder().add(
                        "init",
                        "-- tenon:manual\nCREATE TABLE a (id bigint,\n  what text);\n",
                        ShopSchema.of(new String[0]));
        configured().load().migrate();
        Path file = folder().sql("0001_init");
        Files.writeString(file, "\uFEFF" + Files.readString(file, UTF_8).replace("\n", "  \r\n"), UTF_8);

        assertThat(run("migrate")).as(err.toString()).isZero();
        Files.writeString(file, Files.readString(file, UTF_8).replace("what", "that"), UTF_8);
        assertThat(run("migrate")).isEqualTo(3);
        assertThat(err.toString()).contains("0001_init");
    }

    @Test
    void aMistypedFlagRunsNothing() {
        folder().generate("init", ShopSchema.of("customer"));

        assertThat(run("migrate", "--dryrun")).isEqualTo(2);
        assertThat(err.toString()).startsWith("Unknown option: '--dryrun'");
        assertThat(scratch.text("SELECT to_regnamespace('tenon')::text")).isNull();
    }

    @Test
    void missingPrivilegesAreReportedBeforeAnythingRuns() throws SQLException {
        folder().generate("init", ShopSchema.of("customer"));
        String role = scratch.role("poor");
        try (Connection connection = scratch.database().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + role + " LOGIN PASSWORD 'secret'");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        source.setUser(role);
        source.setPassword("secret");
        assertThatThrownBy(() -> configured().dataSource(source).load().migrate())
                .hasMessageContaining("[TN606]");
        assertThat(scratch.text("SELECT to_regnamespace('tenon')::text")).isNull();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MigrationsFolder folder() {
        return new MigrationsFolder(temp);
    }

    private TenonConfig configured() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(event -> {});
    }

    private int run(String command, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = command;
        arguments[1] = "--migrations";
        arguments[2] = temp.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Main.commandLine(Map.of("DATABASE_URL", scratch.database().jdbcUrl()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
