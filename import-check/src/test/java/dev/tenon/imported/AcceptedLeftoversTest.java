package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.runtime.AcceptedBaseline;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database with objects and attributes that no snapshot can contain is adopted as it is, after a review. */
class AcceptedLeftoversTest {

    private static final String SHOP = """
            CREATE TABLE item (id integer PRIMARY KEY, code text NOT NULL);
            CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER idle BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION stamp();
            ALTER TABLE item DISABLE TRIGGER idle;
            CREATE FOREIGN DATA WRAPPER nothing;
            CREATE SERVER nowhere FOREIGN DATA WRAPPER nothing;
            CREATE USER MAPPING FOR PUBLIC SERVER nowhere;
            CREATE TABLE near (id integer);
            CREATE FOREIGN TABLE far () INHERITS (near) SERVER nowhere;
            CREATE VIEW over_far AS SELECT f.id FROM item n JOIN far f ON f.id = n.id;
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;""";

    private final TestDatabase database = DevPostgres.shared().database();
    private final Connection connection = database.connection();

    AcceptedLeftoversTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void whatADatabaseHasBeyondItsSnapshotIsKnownAfterTheBaseline(@TempDir Path folder)
            throws IOException, SQLException {
        Script.execute(connection, SHOP);
        Path migrations = generate(connection, folder);
        Script.execute(connection, "CREATE INDEX by_hand ON item (code)");
        Tenon tenon = tenon(database, migrations);
        assertThatThrownBy(tenon::baseline).hasMessageContaining("TN630").hasMessageContaining("by_hand");

        Script.execute(connection, "ALTER TABLE item ALTER COLUMN code DROP NOT NULL");
        assertThatThrownBy(() -> tenon.baselineAcceptingLeftovers(condition -> {}))
                .hasMessageContaining("TN630")
                .hasMessageContaining("column item.code")
                .hasMessageNotContaining("by_hand");
        assertThat(migrations.resolve("meta/leftovers.json")).doesNotExist();
        Script.execute(connection, "ALTER TABLE item ALTER COLUMN code SET NOT NULL");

        AcceptedBaseline accepted = tenon.baselineAcceptingLeftovers(condition -> {});
        assertThat(accepted.leftovers())
                .isSorted()
                .extracting(Leftover::kind)
                .contains(
                        "foreign table", "user mapping", "view", "index", "default privileges", "state", "definition");
        assertThat(tenon.migrate().applied()).isEmpty();
        assertClean(tenon.verify());
        assertClean(tenon.verifyFully());
        assertClean(tenon.verifyStrictly());
        byte[] file = Files.readAllBytes(Path.of(accepted.file()));
        assertThat(tenon.baselineAcceptingLeftovers(condition -> {}).leftovers())
                .isEqualTo(accepted.leftovers());
        assertThat(Files.readAllBytes(Path.of(accepted.file()))).isEqualTo(file);

        Script.execute(connection, "CREATE TABLE not_ours (id integer)");
        VerifyResult strange = tenon.verifyStrictly();
        assertThat(strange.differences()).singleElement().hasToString("table not_ours is unexpected");
        assertThat(strange.corrections())
                .singleElement()
                .satisfies(each -> assertThat(each.sql()).contains("not_ours"));
        Script.execute(connection, "DROP TABLE not_ours");

        Script.execute(
                connection,
                "DROP FOREIGN TABLE far CASCADE; DROP INDEX by_hand; CREATE INDEX by_hand ON item (id, code)");
        VerifyResult changed = tenon.verify();
        assertThat(changed.clean()).isFalse();
        assertThat(changed.leftovers())
                .anySatisfy(each -> assertThat(each).contains("public.far is gone"))
                .anySatisfy(each -> assertThat(each).contains("by_hand has changed"));
        tenon.baselineAcceptingLeftovers(condition -> {});
        assertClean(tenon.verifyStrictly());
    }

    @Test
    void aNewDatabaseLacksThemWithoutDrift(@TempDir Path folder) throws IOException, SQLException {
        Script.execute(connection, SHOP);
        Path migrations = generate(connection, folder);
        tenon(database, migrations).baselineAcceptingLeftovers(condition -> {});
        try (TestDatabase fresh = DevPostgres.shared().database()) {
            Tenon tenon = tenon(fresh, migrations);
            assertThat(tenon.migrate().verification().clean()).isTrue();
            assertClean(tenon.verifyStrictly());
        }
    }

    /** A reviewer who removes a leftover from the file refuses it. */
    @Test
    void onlyWhatTheFileHasIsKnown(@TempDir Path folder) throws IOException, SQLException {
        Script.execute(connection, "CREATE TABLE item (id integer PRIMARY KEY)");
        Path migrations = generate(connection, folder);
        Script.execute(connection, "CREATE INDEX by_hand ON item (id)");
        Tenon tenon = tenon(database, migrations);
        AcceptedBaseline accepted = tenon.baselineAcceptingLeftovers(condition -> {});
        assertClean(tenon.verifyFully());
        Files.delete(Path.of(accepted.file()));
        assertThat(tenon.verifyFully().differences()).singleElement().asString().contains("by_hand");
    }

    @Test
    void aLeftoverThatReachesTenantsIsStillALeak(@TempDir Path folder) throws IOException, SQLException {
        Path migrations = folder.resolve("migrations");
        MigrationDirectory directory = MigrationDirectory.at(migrations);
        NextMigration.next(
                        directory,
                        Compiled.of(Map.of("app/package-info.java", """
                                @dev.tenon.annotation.Schema(tenancy = @dev.tenon.annotation.Tenancy(root = Org.class))
                                package app;""", "app/Org.java", """
                                package app;
                                @dev.tenon.annotation.TenantRoot @dev.tenon.annotation.Table
                                public record Org(@dev.tenon.annotation.Id java.util.UUID id, String name) {}"""), folder),
                        Set.of())
                .write(directory, "init");
        Tenon tenon = tenon(database, migrations);
        tenon.migrate();
        Script.execute(
                connection, "CREATE VIEW everyone AS SELECT * FROM org; GRANT SELECT ON everyone TO authenticated");
        tenon.baselineAcceptingLeftovers(condition -> {});
        assertClean(tenon.verifyStrictly());
        assertThat(tenon.proveIsolation().failures())
                .anySatisfy(each -> assertThat(each.toString()).contains("everyone"));
    }

    private static void assertClean(VerifyResult result) {
        assertThat(result.differences()).isEmpty();
        assertThat(result.corrections()).isEmpty();
        assertThat(result.leftovers()).isEmpty();
        assertThat(result.clean()).isTrue();
    }

    private static Path generate(Connection connection, Path folder) throws IOException, SQLException {
        EntitySources sources = EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD);
        MigrationDirectory directory = MigrationDirectory.at(folder.resolve("migrations"));
        NextMigration.next(directory, Compiled.of(sources.files(), folder), Set.of())
                .write(directory, "baseline");
        return folder.resolve("migrations");
    }

    private static Tenon tenon(TestDatabase database, Path migrations) {
        return Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(migrations)
                .listener(event -> {})
                .load();
    }
}
