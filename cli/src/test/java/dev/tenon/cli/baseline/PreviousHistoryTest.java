package dev.tenon.cli.baseline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.testing.postgres.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Interprets the histories of other tools; the tables are as those tools create them. */
@PostgresTest
class PreviousHistoryTest {

    @Test
    void aToolWithoutAHistoryIsRefused(Connection connection) {
        assertThatThrownBy(() -> check(PreviousTool.FLYWAY, connection))
                .hasMessageContaining("TN618")
                .hasMessageContaining("no table flyway_schema_history");
    }

    @Test
    void failuresOfFlywayAreNamed(Connection connection) throws SQLException {
        execute(connection, """
                CREATE SCHEMA app;
                CREATE TABLE app.flyway_schema_history (installed_rank integer PRIMARY KEY, version varchar(50),
                    description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL,
                    checksum integer, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(),
                    execution_time integer NOT NULL, success boolean NOT NULL);
                INSERT INTO app.flyway_schema_history VALUES
                    (1, '1', 'init', 'SQL', 'V1__init.sql', 7, 'me', now(), 5, true),
                    (2, NULL, 'views', 'SQL', 'R__views.sql', 8, 'me', now(), 5, true);""");
        assertThatCode(() -> check(PreviousTool.FLYWAY, connection)).doesNotThrowAnyException();
        execute(connection, "UPDATE app.flyway_schema_history SET success = false WHERE installed_rank = 2");
        assertThatThrownBy(() -> check(PreviousTool.FLYWAY, connection))
                .hasMessageContaining("according to app.flyway_schema_history: views");
    }

    @Test
    void failuresOfLiquibaseAreNamed(Connection connection) throws SQLException {
        execute(connection, """
                CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL,
                    filename varchar(255) NOT NULL, dateexecuted timestamp NOT NULL, orderexecuted integer NOT NULL,
                    exectype varchar(10) NOT NULL, md5sum varchar(35));
                INSERT INTO databasechangelog VALUES ('one', 'me', 'a.xml', now(), 1, 'EXECUTED', NULL),
                    ('two', 'me', 'a.xml', now(), 2, 'MARK_RAN', NULL);""");
        assertThatCode(() -> check(PreviousTool.LIQUIBASE, connection)).doesNotThrowAnyException();
        execute(connection, "UPDATE databasechangelog SET exectype = 'FAILED' WHERE id = 'two'");
        assertThatThrownBy(() -> check(PreviousTool.LIQUIBASE, connection)).hasMessageContaining(": two");
    }

    @Test
    void unfinishedMigrationsOfPrismaAreNamed(Connection connection) throws SQLException {
        execute(connection, """
                CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
                    finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
                    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);
                INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, rolled_back_at) VALUES
                    ('a', '', now(), '2024_init', NULL), ('b', '', NULL, '2024_more', now()),
                    ('c', '', now(), '2024_more', NULL);""");
        assertThatCode(() -> check(PreviousTool.PRISMA, connection)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new PreviousHistory(
                                PreviousTool.PRISMA, Map.of("2024_init", "2024_init", "2025_next", "2025_next"))
                        .check(connection))
                .hasMessageContaining(": 2025_next");
        execute(connection, "UPDATE _prisma_migrations SET rolled_back_at = NULL WHERE id = 'b'");
        assertThatThrownBy(() -> check(PreviousTool.PRISMA, connection)).hasMessageContaining(": 2024_more");
    }

    @Test
    void failuresOfEbeanAreNamed(Connection connection) throws SQLException {
        execute(connection, """
                CREATE TABLE db_migration (id integer PRIMARY KEY, mtype varchar(1) NOT NULL, mstatus varchar(10) NOT NULL,
                    mversion varchar(150) NOT NULL, mcomment varchar(150) NOT NULL, mchecksum integer NOT NULL,
                    run_on timestamptz NOT NULL, run_by varchar(30) NOT NULL, run_time integer NOT NULL);
                INSERT INTO db_migration VALUES (1, 'V', 'SUCCESS', '1.0', 'init', 1, now(), 'me', 1);""");
        assertThatCode(() -> check(PreviousTool.EBEAN, connection)).doesNotThrowAnyException();
        execute(connection, "UPDATE db_migration SET mstatus = 'FAILED'");
        assertThatThrownBy(() -> check(PreviousTool.EBEAN, connection)).hasMessageContaining(": 1.0");
    }

    @Test
    void unappliedMigrationsOfDrizzleAreNamed(Connection connection) throws SQLException {
        execute(connection, """
                CREATE SCHEMA drizzle;
                CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
                INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('x', 1700000000000);""");
        assertThatCode(() -> new PreviousHistory(PreviousTool.DRIZZLE, Map.of("1700000000000", "0000_init"))
                        .check(connection))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new PreviousHistory(
                                PreviousTool.DRIZZLE,
                                Map.of("1700000000000", "0000_init", "1700000000001", "0001_more"))
                        .check(connection))
                .hasMessageContaining(": 0001_more");
    }

    private static void check(PreviousTool tool, Connection connection) throws SQLException {
        new PreviousHistory(tool, Map.of()).check(connection);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
