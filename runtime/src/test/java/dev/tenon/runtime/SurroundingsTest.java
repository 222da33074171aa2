package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A migration succeeds in a database with other defaults, open transactions and administrators. */
class SurroundingsTest {

    private static final String TWO_STEPS = """
            -- tenon:manual
            INSERT INTO public.log VALUES ('first');
            -- tenon:step
            ALTER TABLE public.log ADD COLUMN more text;
            CREATE TABLE public.second (id bigint);
            """;

    private final Scratch scratch = Scratch.create();
    private final List<MigrationEvent> events = new ArrayList<>();

    @TempDir
    private Path temp;

    SurroundingsTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void defaultsOfTheDatabaseAreNotInherited() {
        String database = scratch.database().name();
        List.of(
                        "statement_timeout = '1ms'",
                        "idle_in_transaction_session_timeout = '1ms'",
                        "idle_session_timeout = '1s'",
                        "transaction_timeout = '1s'",
                        "lock_timeout = '1ms'",
                        "search_path = 'nowhere'",
                        "default_transaction_isolation = 'serializable'",
                        "default_transaction_deferrable = 'on'",
                        "client_encoding = 'LATIN1'",
                        "check_function_bodies = 'off'",
                        "row_security = 'on'",
                        "standard_conforming_strings = 'off'",
                        "\"TimeZone\" = 'Asia/Tokyo'")
                .forEach(setting -> scratch.execute("ALTER DATABASE " + database + " SET " + setting));
        scratch.execute("ALTER DATABASE " + database + " SET default_transaction_read_only = 'on'");
        new MigrationsFolder(temp).add("log", """
                -- tenon:manual
                CREATE TABLE log (what text);
                INSERT INTO log SELECT concat_ws(' ', pg_sleep(2.1), current_setting('TimeZone'), 'a\\b', '€',
                    current_setting('row_security'), current_setting('default_transaction_isolation'));
                """, ShopSchema.of(new String[0]));

        assertThat(configured().load().migrate().after().isCurrent()).isTrue();
        assertThat(scratch.text("SELECT what FROM public.log")).isEqualTo(" UTC a\\b € off read committed");
    }

    /** Neither in the sessions of the migrator nor in those that it opens after these are lost. */
    @Test
    void aStatementTimeoutThatIsSetBetweenBatchesEndsNone() {
        StepKinds.write(temp);
        int[] batches = {0};
        TenonConfig watched = configured().listener(event -> {
            events.add(event);
            if (event instanceof MigrationEvent.BatchDone && batches[0]++ == 0) {
                scratch.execute("ALTER DATABASE " + scratch.database().name() + " SET statement_timeout = '1ms'");
            } else if (event instanceof MigrationEvent.BatchDone && batches[0] == 2) {
                scratch.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name = 'tenon'");
            }
        });
        assertThat(watched.load().migrate().after().isCurrent()).isTrue();
        assertThat(events).anyMatch(MigrationEvent.ConnectionLost.class::isInstance);
        assertThat(events).noneMatch(MigrationEvent.StepRetried.class::isInstance);
    }

    @Test
    void anOpenTransactionIsWaitedForUntilTheDeadline() throws SQLException {
        begin();
        try (Connection blocker = scratch.database().connection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM public.log");
            assertThatThrownBy(() -> configured()
                            .stepLockTimeout(Duration.ofMillis(50))
                            .retryFor(Duration.ofMillis(600))
                            .load()
                            .migrate())
                    .hasMessageContaining("[TN622]")
                    .hasMessageContaining("SQLSTATE 55P03")
                    .hasMessageContaining("step 1 of this migration is committed and stays");
            assertThat(events.stream().filter(MigrationEvent.StepRetried.class::isInstance))
                    .hasSizeGreaterThan(1);
            blocker.rollback();
        }
        assertContinues();
    }

    @Test
    void aWaitingIndexBuildNamesTheBlockers() throws SQLException {
        begin();
        configured().load().migrate();
        new MigrationsFolder(temp).add("index", """
                -- tenon:manual
                -- tenon:step no-transaction
                CREATE INDEX CONCURRENTLY log_what_idx ON public.log (what);
                """, ShopSchema.of(new String[0]));
        List<MigrationEvent.StatementUnderway> told = new ArrayList<>();
        try (Connection blocker = scratch.database().connection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("SET application_name = 'left open'; INSERT INTO public.log VALUES ('held')");
            configured()
                    .listener(event -> {
                        if (event instanceof MigrationEvent.StatementUnderway underway) {
                            told.add(underway);
                            rollback(blocker);
                        }
                    })
                    .load()
                    .migrate();
        }
        assertThat(told.get(0).text()).contains("waiting for writers before build", ", waiting for ", "(left open)");
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aPrivilegeRevokedDuringARunIsReportedAndTheNextRunContinues() throws SQLException {
        String role = scratch.role("deployer");
        scratch.execute("ALTER ROLE $deployer LOGIN PASSWORD 'secret'; GRANT CREATE ON SCHEMA public TO $deployer;"
                + " GRANT CREATE, TEMPORARY ON DATABASE " + scratch.database().name() + " TO $deployer");
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(scratch.database().jdbcUrl());
            source.setUser(role);
            source.setPassword("secret");
            new MigrationsFolder(temp).add("log", """
                    -- tenon:manual
                    CREATE TABLE public.log (what text);
                    """, ShopSchema.of(new String[0]));
            configured().dataSource(source).load().migrate();
            new MigrationsFolder(temp).add("more", TWO_STEPS, ShopSchema.of(new String[0]));
            assertThatThrownBy(() -> configured()
                            .dataSource(source)
                            .listener(event -> {
                                if (event instanceof MigrationEvent.StepDone) {
                                    scratch.execute("REVOKE CREATE ON SCHEMA public FROM $deployer");
                                }
                            })
                            .load()
                            .migrate())
                    .hasMessageContaining("[TN621]")
                    .hasMessageContaining("SQLSTATE 42501")
                    .hasMessageContaining("grant the migrating role the missing privilege");
            scratch.execute("GRANT CREATE ON SCHEMA public TO $deployer");
            configured().dataSource(source).load().migrate();
            assertDone();
        } finally {
            scratch.execute("DROP OWNED BY $deployer CASCADE");
        }
    }

    private void begin() {
        new MigrationsFolder(temp).add("log", """
                -- tenon:manual
                CREATE TABLE public.log (what text);
                """, ShopSchema.of(new String[0]));
        configured().load().migrate();
        new MigrationsFolder(temp).add("more", TWO_STEPS, ShopSchema.of(new String[0]));
    }

    private void assertContinues() {
        configured().load().migrate();
        assertDone();
    }

    private void assertDone() {
        assertThat(scratch.text("SELECT string_agg(what, ',') FROM public.log")).isEqualTo("first");
        assertThat(scratch.text("SELECT to_regclass('public.second')::text")).isEqualTo("second");
    }

    private TenonConfig configured() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(events::add);
    }
}
