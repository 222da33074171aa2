package dev.tenon.imported.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.isolation.FenceFinding;
import dev.tenon.runtime.isolation.FenceReport;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What tenant isolation would hide is counted at every stage, and recorded of admitted roles if that is declared. */
@PostgresTest
class ObservedTenantsTest {

    private static final String A = "'00000000-0000-0000-0000-00000000000a'";
    private static final String B = "'00000000-0000-0000-0000-00000000000b'";
    private static final String GRANTED =
            "@Grant(role = \"tenon_observed\", value = {Privilege.SELECT, Privilege.INSERT}) ";
    private static final String SCOPED =
            "@TenantScoped(primaryKey = TenantKey.ID_ONLY, reason = \"kept for the former version\") ";

    private final Map<String, String> sources = new TreeMap<>();

    @Test
    void rowsAreCountedAndStatementsRecorded(DataSource database, @TempDir Path folder)
            throws IOException, SQLException {
        Deployments deployments = new Deployments(folder.resolve("migrations"), database);
        sources("", "", "");
        deployments.deploy(sources, "");
        run(
                database,
                "INSERT INTO org VALUES (" + A + ", 'a'), (" + B + ", 'b')",
                "INSERT INTO plan VALUES (" + A + ", " + A + "), (" + B + ", " + B + ")",
                "INSERT INTO note (id, plan_id) VALUES (" + A + ", " + A + "), (" + B + ", " + B + ")");
        stage("COLUMN");
        deployments.deploy(sources, "");
        assertThat(deployments.tenon().checkFence().clean()).isTrue();
        counted(database, deployments);
        stage("KEYS");
        deployments.deploy(sources, "");
        stage("ROW_SECURITY");
        deployments.deploy(sources, "");
        observed(database, deployments);
        declare("ROW_SECURITY", false);
        deployments.deploy(
                sources,
                "drop-table:tenant_observation,drop-object:observe_tenant," + "drop-object:record_tenant_observation");
        run(database, "SET ROLE tenon_observed", "SELECT FROM note");
        assertThat(deployments.tenon().checkFence().clean()).isTrue();
    }

    @Test
    void ownersWhoWorkAreFoundBeforeTheyAreLockedOut(@TempDir Path folder) throws IOException, SQLException {
        try (TestDatabase database = DevPostgres.shared().database()) {
            String owner = "owner_" + database.name();
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.jdbcUrl());
            source.setUser(owner);
            source.setPassword("secret");
            run(
                    database.dataSource(),
                    "CREATE ROLE " + owner + " LOGIN PASSWORD 'secret'",
                    "DO $$ BEGIN CREATE ROLE authenticated; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                    "DO $$ BEGIN CREATE ROLE tenon_observed; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                    "GRANT authenticated TO " + owner,
                    "ALTER DATABASE " + database.name() + " OWNER TO " + owner);
            try (Connection working = source.getConnection()) {
                declare("ROW_SECURITY", false);
                sources.put(
                        "Seen.java",
                        "@Shared(reason = \"a report\") @Grant(role = \"tenon_observed\", value = Privilege.SELECT)"
                                + " @View(securityInvoker = false, sql = \"SELECT id FROM note\")"
                                + " public record Seen(UUID id) {}");
                Deployments deployments = new Deployments(folder.resolve("migrations"), source);
                deployments.deploy(sources, "");
                declare("FORCED", false);
                assertThatThrownBy(() -> deployments.deploy(sources, ""))
                        .hasMessageContaining("[TN644]")
                        .hasMessageContaining("sessions work as " + owner + ", the owner of note")
                        .hasMessageContaining("view public.seen reads note with the privileges of its owner");
                run(working, "SELECT FROM note");
            } finally {
                run(
                        database.dataSource(),
                        "ALTER DATABASE " + database.name() + " OWNER TO CURRENT_USER",
                        "DROP OWNED BY " + owner + " CASCADE",
                        "DROP ROLE " + owner);
            }
        }
    }

    private static void counted(DataSource database, Deployments deployments) throws SQLException {
        run(
                database,
                "SET session_replication_role = replica",
                "INSERT INTO note (id, plan_id, org_id) VALUES (gen_random_uuid(), " + A + ", NULL),"
                        + " (gen_random_uuid(), " + A + ", gen_random_uuid()), (gen_random_uuid(), " + A + ", " + B
                        + "), (gen_random_uuid(), " + A + ", " + B + ")");
        FenceReport report = deployments.tenon().checkFence();
        assertThat(report.clean()).isFalse();
        assertThat(report.tables()).isEqualTo(3);
        assertThat(report.findings())
                .extracting(FenceFinding::toString)
                .containsExactly(
                        "table note: 1 row without a tenant",
                        "table note: 1 row of a tenant that does not exist",
                        "constraint note.note_plan_id_fkey: 3 rows with a reference to a row of another tenant in plan");
        run(database, "DELETE FROM note WHERE id NOT IN (" + A + ", " + B + ")");
    }

    private static void observed(DataSource database, Deployments deployments) throws SQLException {
        try (Connection locking = database.getConnection()) {
            locking.setAutoCommit(false);
            run(locking, "LOCK TABLE tenant_observation IN ACCESS EXCLUSIVE MODE");
            run(database, "SET ROLE tenon_observed", "SELECT 'not recorded', id FROM note");
            locking.rollback();
        }
        run(database, "SET ROLE tenon_observed", "BEGIN READ ONLY", "SELECT 'read only' FROM note", "COMMIT");
        run(
                database,
                "SET ROLE tenon_observed",
                "SELECT 'first', id FROM note",
                "SELECT 'second', id FROM note",
                "SELECT 'first', id FROM plan");
        run(
                database,
                "SET ROLE tenon_observed",
                "SET app.tenant_id = " + A,
                "SELECT 'own', id FROM note WHERE org_id = " + A);
        run(database, "SET ROLE tenon_observed", "SELECT 'first', id FROM note");
        assertThat(deployments.tenon().checkFence().observed())
                .extracting(each -> each.role() + " " + each.table() + " " + each.sessions() + " " + each.statement())
                .containsExactly(
                        "tenon_observed note 2 SELECT 'first', id FROM note",
                        "tenon_observed plan 1 SELECT 'first', id FROM plan");
        assertThat(deployments.tenon().checkFence().findings()).isEmpty();
    }

    private void stage(String stage) {
        declare(stage, true);
    }

    private void declare(String stage, boolean observed) {
        sources(
                "@TenantRoot ",
                SCOPED,
                ", @Backfill(\"(SELECT p.org_id FROM plan p WHERE p.id = plan_id)\") UUID orgId");
        sources.put(
                "package-info.java",
                "@Schema(tenancy = @Tenancy(root = Org.class, column = \"org_id\", stage = TenancyStage." + stage
                        + ", admitted = \"tenon_observed\", observed = " + observed
                        + "))\npackage app;\nimport dev.tenon.annotation.*;\n");
    }

    private void sources(String root, String scoped, String tenant) {
        sources.put("Org.java", "@Table " + GRANTED + root + "public record Org(@Id UUID id, String name) {}");
        sources.put(
                "Plan.java",
                "@Table " + GRANTED + scoped + "public record Plan(@Id UUID id, @References(Org.class) UUID orgId) {}");
        sources.put(
                "Note.java",
                "@Table " + GRANTED + scoped + "public record Note(@Id UUID id, @References(Plan.class) UUID planId"
                        + tenant + ") {}");
    }

    private static void run(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection()) {
            run(connection, statements);
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
