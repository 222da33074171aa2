package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending short statements together changes nothing but the duration. */
class StatementsTogetherTest {

    private final Scratch scratch = Scratch.create();
    private final List<MigrationEvent> events = new ArrayList<>();

    @TempDir
    private Path temp;

    StatementsTogetherTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void theRejectedStatementIsNamedAndTheStepIsRolledBack() {
        migrations("""
                -- tenon:manual
                CREATE TABLE public.first (id bigint);
                COMMENT ON TABLE public.first IS 'first';
                CREATE INDEX second_idx
                    ON public.second (id);
                CREATE TABLE public.third (id bigint);
                """);
        assertThatThrownBy(this::migrate)
                .hasMessageContaining("0001_some.sql:4: step 1 of 1 failed")
                .hasMessageContaining("in CREATE INDEX second_idx")
                .hasMessageContaining("SQLSTATE 42P01");
        assertThat(scratch.text("SELECT count(*) FROM pg_class WHERE relname IN ('first', 'third')"))
                .isEqualTo("0");
    }

    @Test
    void noticesOfEveryStatementAreForwarded() {
        migrations("""
                -- tenon:manual
                CREATE TABLE public.first (id bigint);
                CREATE TABLE IF NOT EXISTS public.first (id bigint);
                CREATE SCHEMA IF NOT EXISTS public;
                """);
        migrate();
        assertThat(events.stream()
                        .filter(MigrationEvent.ServerNotice.class::isInstance)
                        .map(MigrationEvent::text))
                .anyMatch(text -> text.contains("relation \"first\" already exists, skipping"))
                .anyMatch(text -> text.contains("schema \"public\" already exists, skipping"));
    }

    @Test
    void settingsAreResetBeforeTheNextStep() {
        migrations("""
                -- tenon:manual
                CREATE TABLE public.log (what text);
                SET TimeZone = 'Asia/Tokyo';
                SET search_path = 'pg_catalog';
                -- tenon:step
                CREATE TABLE here AS SELECT set_config('IntervalStyle', 'sql_standard', false);
                GRANT SELECT ON here TO PUBLIC;
                -- tenon:step
                INSERT INTO log SELECT concat_ws(' ', current_setting('TimeZone'), current_setting('IntervalStyle'));
                """);
        migrate();
        assertThat(scratch.text("SELECT what FROM public.log")).isEqualTo("UTC postgres");
    }

    /** A generated step may run statements that a user wrote. */
    @Test
    void aGeneratedStepMayEndInAnotherRole() {
        scratch.execute("GRANT CREATE ON SCHEMA public TO $other; GRANT $other TO CURRENT_USER");
        migrations("""
                -- tenon:step 1
                CREATE TABLE public.first (id bigint);
                SET ROLE %s;
                CREATE TABLE public.theirs (id bigint);
                -- tenon:step 2
                CREATE TABLE public.second (id bigint);
                """.formatted(scratch.role("other")));
        try {
            migrate();
            assertThat(scratch.text("SELECT string_agg(tableowner, ' ' ORDER BY tablename) FROM pg_tables"
                            + " WHERE schemaname = 'public'"))
                    .isEqualTo("postgres postgres " + scratch.role("other"));
        } finally {
            scratch.execute("DROP OWNED BY $other");
        }
    }

    private void migrations(String sql) {
        new MigrationsFolder(temp).add("some", sql, ShopSchema.of(new String[0]));
    }

    private void migrate() {
        Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(events::add)
                .load()
                .migrate();
    }
}
