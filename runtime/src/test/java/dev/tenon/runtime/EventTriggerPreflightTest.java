package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The checks before the first step fire no event trigger, and refuse no migration because of one. */
class EventTriggerPreflightTest {

    /** Refuses what the checks do, which it recognizes by their timeouts. */
    private static final String TRIGGER = """
            CREATE SEQUENCE fired;
            CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF current_setting('lock_timeout') = '500ms' AND current_setting('statement_timeout') = '30s' THEN
                    PERFORM pg_catalog.nextval('public.fired');
                    RAISE EXCEPTION 'only migrations may do that';
                END IF;
            END $$;
            CREATE EVENT TRIGGER refuse_all ON ddl_command_end EXECUTE FUNCTION refuse();
            """;

    private final Scratch scratch = Scratch.create();
    private final List<String> events = new ArrayList<>();

    @TempDir
    private Path temp;

    EventTriggerPreflightTest() throws SQLException {}

    @BeforeEach
    void prepare() {
        scratch.execute("ALTER ROLE $deployer LOGIN PASSWORD 'secret'; GRANT CREATE ON DATABASE "
                + scratch.database().name() + " TO $deployer");
        MigrationsFolder folder = new MigrationsFolder(temp).generate("init", schema());
        migrate();
        scratch.executeAsIs(TRIGGER);
        folder.add(
                "function",
                """
                -- tenon:step 1
                COMMENT ON TABLE public.note IS 'a';

                -- tenon:step 2
                CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';

                -- tenon:step 3
                DROP FUNCTION public.f();
                COMMENT ON TABLE public.note IS 'b';
                ALTER TABLE public.note ADD CHECK (id > 0) NOT VALID;
                ALTER TABLE public.note DROP CONSTRAINT note_id_check;
                """,
                schema().withTables(List.of(schema().tables().get(0).withComment(Optional.of("b")))));
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void aSuperuserChecksWithoutEventTriggers() {
        migrate();
        assertThat(events).anySatisfy(event -> assertThat(event).isEqualTo("statements with expressions checked: 2"));
        assertThat(scratch.text("SELECT is_called FROM fired")).isEqualTo("f");
    }

    @Test
    void aRoleThatMayNotDisableThemIsNotRefused() {
        scratch.execute(
                "GRANT CREATE ON SCHEMA public TO $deployer; ALTER TABLE note OWNER TO $deployer; ALTER SCHEMA tenon OWNER TO $deployer;"
                        + " ALTER TABLE tenon.history OWNER TO $deployer; ALTER TABLE tenon.verified OWNER TO $deployer;"
                        + " GRANT ALL ON SEQUENCE fired TO $deployer");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        source.setUser(scratch.role("deployer"));
        source.setPassword("secret");
        configured().dataSource(source).load().migrate();
        assertThat(events).anySatisfy(event -> assertThat(event).contains("could not be checked"));
    }

    private void migrate() {
        configured().load().migrate();
    }

    private TenonConfig configured() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener((MigrationEvent event) -> events.add(event.text()));
    }

    private static Schema schema() {
        return ShopSchema.of(
                Table.of(QualifiedName.parse("note"), List.of(Column.of("id", ColumnType.builtin("bigint")))));
    }
}
