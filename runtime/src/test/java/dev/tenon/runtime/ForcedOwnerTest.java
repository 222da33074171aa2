package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.internal.sql.BackfillSql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The migrator owns the tables but row-level security is forced on it; none of its statements skips a row. */
class ForcedOwnerTest {

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    ForcedOwnerTest() throws SQLException {}

    /** A child row without a parent row; only a check of all rows finds it. */
    @BeforeEach
    void makeAViolatingRow() {
        scratch.role("deployer");
        scratch.execute("ALTER ROLE $deployer LOGIN PASSWORD 'secret'; GRANT CREATE ON SCHEMA public TO $deployer;"
                + " GRANT CREATE, TEMPORARY ON DATABASE " + scratch.database().name() + " TO $deployer");
        new MigrationsFolder(temp).add("tables", """
                -- tenon:manual
                CREATE TABLE public.parent (id bigint PRIMARY KEY);
                CREATE TABLE public.child (id bigint PRIMARY KEY, parent_id bigint, note text);
                ALTER TABLE public.parent ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                ALTER TABLE public.child ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                """, ShopSchema.of(new String[0]));
        migrate();
        scratch.execute("INSERT INTO child VALUES (1, 404, NULL)");
    }

    @AfterEach
    void close() throws SQLException {
        scratch.execute("DROP OWNED BY $deployer CASCADE");
        scratch.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE public.child SET note = 'filled'",
                "WITH all_of_them AS (SELECT id FROM public.child) UPDATE child SET note = 'filled' FROM all_of_them",
                "DO $do$ BEGIN UPDATE public.child SET note = 'filled'; END $do$",
                "DO $do$ BEGIN EXECUTE $q$UPDATE public.child SET note = 'filled'$q$; END $do$",
                "CREATE VIEW public.seen AS SELECT id, note FROM public.child; UPDATE public.seen SET note = 'filled'",
                "CREATE FUNCTION public.fill() RETURNS void LANGUAGE sql AS $$ UPDATE child SET note = 'filled' $$;"
                        + " SELECT public.fill()",
                "MERGE INTO public.child c USING public.child o ON c.id = o.id WHEN MATCHED THEN UPDATE SET note = 'filled'"
            })
    void statementsReachEveryRow(String sql) {
        add(sql);
        migrate();
        assertThat(scratch.text("SELECT note FROM child")).isEqualTo("filled");
        assertForced();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE public.child ADD CONSTRAINT up FOREIGN KEY (parent_id) REFERENCES public.parent",
                "ALTER TABLE public.child ADD CONSTRAINT up FOREIGN KEY (parent_id) REFERENCES public.parent NOT VALID;"
                        + " ALTER TABLE public.child VALIDATE CONSTRAINT up",
                "DO $do$ BEGIN EXECUTE 'ALTER TABLE public.child ADD CONSTRAINT up FOREIGN KEY (parent_id)"
                        + " REFERENCES public.parent'; END $do$"
            })
    void foreignKeysCheckEveryRow(String sql) {
        add(sql);
        assertThatThrownBy(this::migrate).hasMessageContaining("SQLSTATE 23503");
        assertUntouched();
        scratch.execute("INSERT INTO parent VALUES (404)");
        migrate();
        assertThat(scratch.text("SELECT convalidated::text FROM pg_constraint WHERE conname = 'up'"))
                .isEqualTo("true");
        assertForced();
    }

    /** The text does not show the hidden rows, so the server rejects it, because row_security is off. */
    @Test
    void theServerRejectsHiddenRowsThatTheTextDoesNotShow() {
        add(
                "CREATE FUNCTION public.fill() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE child SET note = 'x'; END $$");
        migrate();
        add("SELECT public.fill()");
        assertThatThrownBy(this::migrate)
                .hasMessageContaining("[TN621]")
                .hasMessageContaining("would be affected by row-level security policy");
        assertUntouched();
    }

    /** To see the rows, the step takes a lock that nothing may take before the first step. */
    @Test
    void rowsAreTriedBeforeTheFirstStepIfAPolicyShowsThem() {
        List<String> events = new ArrayList<>();
        new MigrationsFolder(temp).add("number", """
                -- tenon:step 1
                ALTER TABLE public.child ADD COLUMN number integer;
                -- tenon:step 2 batches
                UPDATE public.child SET number = (id || 'x')::integer
                WHERE number IS NULL
                  AND %s;
                """.formatted(BackfillSql.WHOLE_RANGE), ShopSchema.of(new String[0]));
        scratch.execute("CREATE POLICY migrator ON child TO $deployer USING (true)");
        scratch.execute("CREATE POLICY migrator ON parent TO $deployer USING (true)");
        assertThatThrownBy(() -> migrate(event -> events.add(event.text())))
                .hasMessageContaining("[TN634]")
                .hasMessageContaining("invalid input syntax for type integer");
        assertThat(events).noneMatch(text -> text.contains("were not tried"));

        scratch.execute("DROP POLICY migrator ON child");
        assertThatThrownBy(() -> migrate(event -> events.add(event.text()))).hasMessageNotContaining("[TN634]");
        assertThat(events)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("new values of rows of public.child were not tried before the first step"));
        assertForced();
    }

    /** The migrator cannot stop forcing it on a table of another role. */
    @Test
    void rowsOfOtherRolesAreRefusedBeforeAnythingRuns() {
        scratch.execute("CREATE TABLE other (id bigint); ALTER TABLE other ENABLE ROW LEVEL SECURITY;"
                + " GRANT ALL ON other TO $deployer; INSERT INTO other VALUES (1)");
        add("UPDATE public.child SET note = 'filled'; DELETE FROM public.other");
        assertThatThrownBy(this::migrate).hasMessageContaining("[TN608]").hasMessageContaining("USING (true)");
        assertUntouched();
        scratch.execute("CREATE POLICY migrator ON other TO $deployer USING (true)");
        scratch.execute("CREATE POLICY migrator ON child TO $deployer USING (true)");
        scratch.execute("CREATE POLICY migrator ON parent TO $deployer USING (true)");
        migrate();
        assertThat(scratch.text("SELECT count(*) FROM other")).isEqualTo("0");
        assertThat(scratch.text("SELECT note FROM child")).isEqualTo("filled");
        assertThat(scratch.text("SELECT to_regclass('tenon.unforced')")).isNull();
    }

    /** Rows of a new table cannot be hidden, because there are none. */
    @Test
    void foreignKeysOfEmptyTablesNeedNoLook() {
        List<String> lifted = new ArrayList<>();
        add("CREATE TABLE public.leaf (id bigint, child_id bigint);"
                + " ALTER TABLE public.leaf ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
                + " ALTER TABLE public.leaf ADD CONSTRAINT down FOREIGN KEY (child_id) REFERENCES public.child");
        migrate(event -> {
            if (event instanceof MigrationEvent.RowSecurityUnforced) {
                lifted.add(event.text());
            }
        });
        assertThat(lifted).isEmpty();
        assertThat(scratch.text("SELECT convalidated::text FROM pg_constraint WHERE conname = 'down'"))
                .isEqualTo("true");
    }

    @Test
    void aStepMayRenameTheTableWhoseRowsItReads() {
        add("UPDATE public.child SET note = 'filled'; ALTER TABLE public.child RENAME TO offspring");
        migrate();
        assertThat(scratch.text("SELECT note FROM offspring")).isEqualTo("filled");
        assertForced();
    }

    @Test
    void theNextRunForcesAgainWhatAnInterruptedOneLifted() {
        interrupted();
        migrate();
        assertForced();
        assertThat(scratch.text("SELECT count(*) FROM tenon.unforced")).isEqualTo("0");
    }

    @Test
    void abandonForcesAgainWhatAnInterruptedOneLifted() {
        interrupted();
        tenon(event -> {}).abandon(Set.of());
        assertForced();
    }

    /** What a killed migrator leaves; KilledOwnerTest kills it. */
    private void interrupted() {
        add("UPDATE public.child SET note = 'filled'");
        migrate();
        scratch.execute(
                "INSERT INTO tenon.unforced (database, relation) SELECT d.oid, 'child'::regclass FROM pg_database d"
                        + " WHERE datname = current_database(); ALTER TABLE child NO FORCE ROW LEVEL SECURITY");
    }

    private void assertForced() {
        assertThat(scratch.text("SELECT count(*) FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity"
                        + " AND relname <> 'other'"))
                .isEqualTo("0");
    }

    @Test
    void constraintsCheckEveryRow() {
        add("ALTER TABLE public.child ADD CONSTRAINT noted CHECK (note IS NOT NULL)");
        assertThatThrownBy(this::migrate).hasMessageContaining("SQLSTATE 23514");
        assertUntouched();
    }

    @Test
    void withBypassrlsEveryRowIsVisible() {
        scratch.execute("ALTER ROLE $deployer BYPASSRLS");
        add("UPDATE public.child SET note = 'filled';\n"
                + "ALTER TABLE public.child ADD CONSTRAINT up FOREIGN KEY (parent_id) REFERENCES public.parent");
        assertThatThrownBy(this::migrate).hasMessageContaining("SQLSTATE 23503");
        assertUntouched();
        scratch.execute("INSERT INTO parent VALUES (404)");
        migrate();
        assertThat(scratch.text("SELECT note FROM child")).isEqualTo("filled");
        assertThat(scratch.text("SELECT convalidated::text FROM pg_constraint WHERE conname = 'up'"))
                .isEqualTo("true");
    }

    private void add(String sql) {
        new MigrationsFolder(temp).add("change", "-- tenon:manual\n" + sql + ";\n", ShopSchema.of(new String[0]));
    }

    private void assertUntouched() {
        assertThat(scratch.text("SELECT concat(id, parent_id, note) FROM child"))
                .isEqualTo("1404");
        assertThat(scratch.text("SELECT count(*)::text FROM pg_constraint WHERE conname IN ('up', 'noted')"))
                .isEqualTo("0");
        assertForced();
    }

    private void migrate() {
        migrate(event -> {});
    }

    private void migrate(MigrationListener listener) {
        tenon(listener).migrate();
    }

    private Tenon tenon(MigrationListener listener) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        source.setUser(scratch.role("deployer"));
        source.setPassword("secret");
        return Tenon.configure()
                .dataSource(source)
                .migrations(temp)
                .listener(listener)
                .load();
    }
}
