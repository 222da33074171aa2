package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.MigrationProgress;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's public functions on a real server. */
class TenonTest {

    private final List<MigrationEvent> events = new ArrayList<>();
    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    private MigrationsFolder folder;

    TenonTest() throws SQLException {}

    @BeforeEach
    void createFolder() {
        folder = new MigrationsFolder(temp.resolve("migrations"));
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void appliesPendingMigrationsOnce() {
        folder.generate("init", ShopSchema.of("customer"))
                .generate("add_order", ShopSchema.of("customer", "shop_order"));

        MigrationResult first = tenon().migrate();
        assertThat(first.before().text()).isEqualTo("Migration state: 0 applied, 2 expected, 2 pending");
        assertThat(first.after().text()).isEqualTo("Migration state: 2 applied, 2 expected, 0 pending");
        assertThat(first.applied()).map(Object::toString).containsExactly("0001_init", "0002_add_order");
        assertThat(first.verification().tables()).isEqualTo(2);
        String history = scratch.text("SELECT string_agg(t::text, E'\\n' ORDER BY sequence) FROM tenon.history t");

        MigrationResult second = tenon().migrate();
        assertThat(second.before().text()).isEqualTo("Migration state: 2 applied, 2 expected, 0 pending");
        assertThat(second.applied()).isEmpty();
        assertThat(scratch.text("SELECT string_agg(t::text, E'\\n' ORDER BY sequence) FROM tenon.history t"))
                .isEqualTo(history);
    }

    @Test
    void stopsAtTheGivenMigrationAndVerifiesAgainstItsSnapshot() {
        folder.generate("init", ShopSchema.of("customer"))
                .generate("add_order", ShopSchema.of("customer", "shop_order"));

        MigrationResult first = configured().upTo(1).load().migrate();
        assertThat(first.after().text()).isEqualTo("Migration state: 1 applied, 1 expected, 0 pending");
        assertThat(first.verification().tables()).isEqualTo(1);
        assertThat(tenon().status().pending()).isEqualTo(1);
        assertThat(tenon().migrate().applied()).map(Object::toString).containsExactly("0002_add_order");
        assertThatThrownBy(() -> configured().upTo(3).load().migrate())
                .isInstanceOf(TenonException.class)
                .hasMessageContaining("there is no migration with the number 3");
    }

    @Test
    void statusChangesNothing() {
        folder.generate("init", ShopSchema.of("customer"));

        StatusResult status = tenon().status();

        assertThat(status.isCurrent()).isFalse();
        assertThat(status.pending()).isEqualTo(1);
        assertThat(status.migrations()).singleElement().satisfies(migration -> {
            assertThat(migration.progress()).isEqualTo(MigrationProgress.PENDING);
            assertThat(migration.steps()).isEqualTo(1);
        });
        assertThat(scratch.text("SELECT to_regnamespace('tenon')::text")).isNull();
    }

    @Test
    void previewShowsTheSqlAndRunsNone() {
        folder.generate("init", ShopSchema.of("customer"));

        MigrationPreview preview = tenon().preview();

        assertThat(preview.steps())
                .singleElement()
                .satisfies(step ->
                        assertThat(step.statements()).anyMatch(sql -> sql.startsWith("CREATE TABLE public.customer")));
        assertThat(scratch.text("SELECT to_regclass('customer')::text")).isNull();
    }

    @Test
    void aFailureNamesTheStatementAndTheCommittedSteps() {
        folder.generate("init", ShopSchema.of("customer"));
        folder.add("broken", """
                -- tenon:step 1
                CREATE TABLE public.kept (id bigint PRIMARY KEY);
                -- tenon:step 2
                CREATE TABLE public.lost (id bigint PRIMARY KEY);

                -- a comment
                ALTER TABLE public.kept
                    ADD COLUMN wrong no_such_type;
                """, ShopSchema.of("customer"));

        TenonException failure = catchThrowableOfType(TenonException.class, () -> tenon().migrate());

        assertThat(failure.code()).isEqualTo("TN621");
        assertThat(failure.getMessage())
                .contains(folder.path().resolve("0002_broken.sql")
                        + ":8: step 2 of 2 failed: ERROR: type \"no_such_type\"")
                .contains("SQLSTATE 42704")
                .contains("in ALTER TABLE public.kept ADD COLUMN wrong no_such_type")
                .contains("step 1 was undone, so that writes behave as before the migration")
                .doesNotContain("\n");
        assertThat(failure.facts()).containsEntry("sqlState", "42704").containsEntry("step", "2");
        assertThat(scratch.text("SELECT to_regclass('kept')::text")).isNull();
        assertThat(scratch.text("SELECT to_regclass('lost')::text")).isNull();
        assertThat(tenon().status().state().text()).isEqualTo("Migration state: 1 applied, 2 expected, 1 pending");
    }

    @Test
    void migrationsOfAnotherBranchAreRefusedByName() throws IOException {
        folder.generate("init", ShopSchema.of("customer"));
        MigrationsFolder mine = folder.branch(temp.resolve("mine"));
        mine.generate("add_order", ShopSchema.of("customer", "shop_order"));
        folder.generate("add_invoice", ShopSchema.of("customer", "invoice"));
        tenon().migrate();

        assertThatThrownBy(() -> configured().migrations(mine.path()).load().migrate())
                .hasMessageContaining(
                        "[TN613] the database has applied 0002_add_invoice where the directory has 0002_add_order");
    }

    @Test
    void aDatabaseAheadOfTheDirectoryIsRefused() throws IOException {
        folder.generate("init", ShopSchema.of("customer"));
        MigrationsFolder old = folder.branch(temp.resolve("old"));
        folder.generate("add_invoice", ShopSchema.of("customer", "invoice"));
        tenon().migrate();

        Tenon behind = configured().migrations(old.path()).load();
        assertThatThrownBy(behind::migrate)
                .hasMessageContaining("[TN614] the database is ahead: it has applied 0002_add_invoice");
        assertThat(behind.status().problems()).singleElement().asString().contains("0002_add_invoice");
        assertThat(behind.status().isCurrent()).isFalse();
    }

    @Test
    void anOlderUnappliedMigrationIsNeverSkipped() {
        folder.generate("init", ShopSchema.of("customer"))
                .generate("add_order", ShopSchema.of("customer", "shop_order"))
                .generate("add_invoice", ShopSchema.of("customer", "invoice", "shop_order"));
        tenon().migrate();
        scratch.execute("DROP TABLE shop_order; DELETE FROM tenon.history WHERE number = 2");

        assertThatThrownBy(() -> tenon().migrate())
                .hasMessageContaining("[TN615] 0002_add_order is not applied, but the later 0003_add_invoice is");
        assertThat(configured().outOfOrder(true).load().migrate().applied())
                .map(Object::toString)
                .containsExactly("0002_add_order");
    }

    @Test
    void changesOutsideTenonAreDrift() {
        folder.generate("init", ShopSchema.of("customer"));
        tenon().migrate();
        scratch.execute("ALTER TABLE customer DROP COLUMN name");

        assertThat(tenon().verify().differences()).singleElement().asString().contains("customer.name is missing");
        assertThatThrownBy(() -> tenon().migrate())
                .hasMessageContaining("[TN630]")
                .hasMessageContaining("customer.name");
    }

    @Test
    void aMissingDirectoryIsReported() {
        assertThatThrownBy(() -> tenon().status())
                .isInstanceOf(TenonException.class)
                .hasMessageContaining(folder.path().toString());
    }

    @Test
    void statusWithoutPrivilegesNamesTheMissingGrants() throws SQLException {
        folder.generate("init", ShopSchema.of("customer"));
        tenon().migrate();
        String reader = scratch.role("reader");
        String usage = "GRANT USAGE ON SCHEMA tenon TO " + reader;
        String select = "GRANT SELECT ON TABLE tenon.history TO " + reader;
        assertThat(statusAs(reader)).contains("TN606", usage, select);
        scratch.executeAsIs(usage);
        assertThat(statusAs(reader)).contains("TN606", select).doesNotContain(usage);
        scratch.executeAsIs(select);
        assertThat(statusAs(reader)).isEqualTo("Migration state: 1 applied, 1 expected, 0 pending");
    }

    private String statusAs(String role) {
        try {
            return Tenon.configure()
                    .dataSource(as(role))
                    .migrations(folder.path())
                    .load()
                    .status()
                    .state()
                    .text();
        } catch (TenonException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** Returns connections whose role is another than the one that logged in. */
    private DataSource as(String role) {
        return (DataSource) Proxy.newProxyInstance(
                TenonTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection connection = scratch.database().connection();
                    Queries.run(connection, "SET ROLE " + role);
                    return connection;
                });
    }

    private TenonConfig configured() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(folder.path())
                .listener(events::add);
    }

    private Tenon tenon() {
        return configured().load();
    }
}
