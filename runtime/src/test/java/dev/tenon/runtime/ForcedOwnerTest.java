package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.RowMoveSql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The migrator owns the tables but row-level security is forced on it; none of its statements may skip hidden rows. */
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
                "DELETE FROM public.child",
                "ALTER TABLE public.child ADD CONSTRAINT up FOREIGN KEY (parent_id) REFERENCES public.parent"
            })
    void statementsThatWouldSkipRowsAreRefusedBeforeAnythingRuns(String sql) {
        add(sql);
        assertThatThrownBy(this::migrate).hasMessageContaining("[TN608]").hasMessageContaining("BYPASSRLS");
        assertUntouched();
    }

    /** A move that deletes no row, because none is visible, would leave the rows of a new partition behind. */
    @Test
    void rowsOfThePartitionsAreNotSkipped() {
        add(RowMoveSql.move(
                QualifiedName.parse("child"), QualifiedName.parse("parent"), List.of("id"), "parent_id IS NOT NULL"));
        assertThatThrownBy(this::migrate).hasMessageContaining("[TN608]").hasMessageContaining("BYPASSRLS");
        assertUntouched();
    }

    /** The text does not show the hidden rows, so the server rejects it, because row_security is off. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH all_of_them AS (SELECT id FROM public.child) UPDATE public.child SET note = 'filled'",
                "DO $do$ BEGIN UPDATE public.child SET note = 'filled'; END $do$",
                "DO $do$ BEGIN EXECUTE 'ALTER TABLE public.child ADD CONSTRAINT up FOREIGN KEY (parent_id)"
                        + " REFERENCES public.parent'; END $do$",
                "DO $do$ BEGIN EXECUTE 'ALTER TABLE public.child ADD CONSTRAINT up FOREIGN KEY (parent_id)"
                        + " REFERENCES public.parent NOT VALID'; EXECUTE 'ALTER TABLE public.child VALIDATE CONSTRAINT up';"
                        + " END $do$"
            })
    void theServerRejectsHiddenRowsInOtherSql(String sql) {
        add(sql);
        assertThatThrownBy(this::migrate)
                .hasMessageContaining("[TN621]")
                .hasMessageContaining("would be affected by row-level security policy");
        assertUntouched();
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
    }

    private void migrate() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        source.setUser(scratch.role("deployer"));
        source.setPassword("secret");
        Tenon.configure()
                .dataSource(source)
                .migrations(temp)
                .listener(event -> {})
                .load()
                .migrate();
    }
}
