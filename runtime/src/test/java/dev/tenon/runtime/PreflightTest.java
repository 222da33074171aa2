package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.schema.Extension;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** An unsuitable server is detected before anything runs on it, and the message says what is needed. */
class PreflightTest {

    @TempDir
    private Path temp;

    private MigrationsFolder folder;

    @BeforeEach
    void begin() {
        folder = new MigrationsFolder(temp).generate("init", ShopSchema.of("customer"));
    }

    @Test
    void aServerOlderThanTheOldestIsRefused() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(DevPostgres.version(14).jdbcUrl());
        assertThatThrownBy(() -> Tenon.configure()
                        .dataSource(source)
                        .migrations(temp)
                        .listener(event -> {})
                        .load()
                        .migrate())
                .hasMessageContaining("[TN603] the server is PostgreSQL 14")
                .hasMessageContaining("use PostgreSQL 15 or newer");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT to_regclass('customer'), to_regnamespace('tenon')")) {
            row.next();
            assertThat(row.getString(1)).isNull();
            assertThat(row.getString(2)).isNull();
        }
    }

    /** A server that restarts with standby.signal is a standby until it is promoted. */
    @Test
    void aStandbyIsRefusedUntilItIsPromoted() throws Exception {
        try (TestDatabase database = DevPostgres.durable().database()) {
            becomeStandby(database);
            assertRefused(database, "[TN604] the server is a standby", "connect to the primary");
            assertThat(text(database, "SELECT pg_promote()")).isEqualTo("t");
            migrate(database);
            assertThat(text(database, "SELECT count(*) FROM customer")).isEqualTo("0");
        }
    }

    /** A comparison needs temporary tables, which a standby does not support; the result of the primary applies. */
    @Test
    void aStandbyIsVerifiedByTheStoredResult() throws Exception {
        try (TestDatabase database = DevPostgres.durable().database()) {
            migrate(database);
            becomeStandby(database);
            Tenon tenon = tenon(database);
            assertThat(tenon.verify().clean()).isTrue();
            assertThatCode(() -> tenon.guard(ShopSchema.of("customer"))).doesNotThrowAnyException();
            assertThatThrownBy(tenon::verifyFully)
                    .hasMessageContaining("[TN604]")
                    .hasMessageContaining("connect to the primary");
            assertThatThrownBy(tenon::migrate).hasMessageContaining("[TN604] the server is a standby");
            assertThat(text(database, "SELECT pg_promote()")).isEqualTo("t");
            assertThat(tenon.verifyFully().clean()).isTrue();
        }
    }

    @Test
    void aMissingTemporaryPrivilegeIsReportedBeforeAnyComparison() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            migrate(scratch.database());
            String role = scratch.role("reader");
            scratch.execute("REVOKE TEMPORARY ON DATABASE " + scratch.database().name() + " FROM PUBLIC;"
                    + " ALTER ROLE $reader LOGIN PASSWORD 'secret'");
            assertThatThrownBy(as(role, scratch)::verify)
                    .hasMessageContaining("[TN606]")
                    .hasMessageContaining("GRANT TEMPORARY ON DATABASE")
                    .hasMessageContaining(role);
        }
    }

    private static void becomeStandby(TestDatabase database) throws Exception {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 1) TO PROGRAM 'touch standby.signal; kill -9 $PPID'");
        } catch (SQLException crashed) {
            assertThat(crashed.getSQLState()).startsWith("08");
        }
        await(database);
    }

    @Test
    void anUnavailableExtensionIsNamed() throws SQLException {
        try (TestDatabase database = DevPostgres.shared().database()) {
            folder.add(
                    "extend",
                    "CREATE EXTENSION nobody_has_this;\n",
                    ShopSchema.of("customer").withExtensions(List.of(new Extension("nobody_has_this", "public"))));
            assertRefused(
                    database,
                    "[TN607] the server does not have extension nobody_has_this",
                    "install its package on the server");
        }
    }

    @Test
    void anExtensionThatTheRoleMayNotCreateIsNamed() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            String extension = String.valueOf(scratch.text("SELECT name FROM pg_available_extension_versions"
                    + " WHERE superuser AND NOT trusted AND NOT installed ORDER BY name LIMIT 1"));
            String role = scratch.role("deployer");
            scratch.execute("ALTER ROLE $deployer LOGIN PASSWORD 'secret'; GRANT CREATE ON SCHEMA public TO $deployer;"
                    + " GRANT CREATE ON DATABASE " + scratch.database().name() + " TO $deployer");
            folder.add(
                    "extend",
                    "CREATE EXTENSION \"" + extension + "\";\n",
                    ShopSchema.of("customer").withExtensions(List.of(new Extension(extension, "public"))));
            assertThatThrownBy(as(role, scratch)::migrate)
                    .hasMessageContaining("[TN607] the role may not create extension " + extension)
                    .hasMessageContaining("run CREATE EXTENSION");
            assertThat(scratch.text("SELECT to_regclass('customer')::text")).isNull();
        }
    }

    @Test
    void anOutdatedPgvectorIsNamed() throws SQLException {
        try (TestDatabase database = DevPostgres.shared().database()) {
            text(
                    database,
                    "CREATE EXTENSION vector; UPDATE pg_extension SET extversion = '0.6.2' WHERE extname = 'vector'"
                            + " RETURNING extversion");
            new MigrationsFolder(temp.resolve("research")).generate("init", Research.schema("nobody_yet"));
            Tenon tenon = Tenon.configure()
                    .dataSource(database.dataSource())
                    .migrations(temp.resolve("research"))
                    .load();
            assertThatThrownBy(tenon::migrate)
                    .hasMessageContaining("[TN607] extension vector is 0.6.2, but the schema needs 0.7.0")
                    .hasMessageContaining("run ALTER EXTENSION vector UPDATE");
            text(
                    database,
                    "UPDATE pg_extension SET extversion = '0.10.0' WHERE extname = 'vector' RETURNING extversion");
            assertThat(tenon.preview().steps()).isNotEmpty();
        }
    }

    private Tenon as(String role, Scratch scratch) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        source.setUser(role);
        source.setPassword("secret");
        return tenon(source);
    }

    private void assertRefused(TestDatabase database, String problem, String remedy) throws SQLException {
        assertThatThrownBy(() -> migrate(database))
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
        assertThat(text(database, "SELECT to_regclass('customer')::text")).isEqualTo("null");
        assertThat(text(database, "SELECT to_regnamespace('tenon')::text")).isEqualTo("null");
    }

    private void migrate(TestDatabase database) {
        tenon(database).migrate();
    }

    private Tenon tenon(TestDatabase database) {
        return tenon(database.dataSource());
    }

    private Tenon tenon(DataSource source) {
        return Tenon.configure()
                .dataSource(source)
                .migrations(temp)
                .listener(event -> {})
                .load();
    }

    /** Waits until the server accepts connections again; just after the crash the old process may still run. */
    private static void await(TestDatabase database) throws InterruptedException {
        for (int attempt = 0; attempt < 300; attempt++) {
            try {
                if ("t".equals(text(database, "SELECT pg_is_in_recovery()"))) {
                    return;
                }
            } catch (SQLException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the server did not come back");
    }

    private static String text(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }
}
