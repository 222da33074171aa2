package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index build gets the memory that it needs, whatever the server's default is, and other statements do not. */
class IndexMemoryTest {

    /** The server's notice that an HNSW graph has outgrown its memory. */
    private static final String OUTGROWN = "hnsw graph no longer fits into maintenance_work_mem";

    private static final String SETTINGS = "current_setting('maintenance_work_mem') || ' '"
            + " || current_setting('max_parallel_maintenance_workers')";

    private final Scratch scratch = Scratch.create();
    private final List<MigrationEvent> events = new ArrayList<>();

    @TempDir
    private Path temp;

    IndexMemoryTest() throws SQLException {}

    @BeforeEach
    void begin() {
        scratch.execute("CREATE EXTENSION vector;"
                + " CREATE TABLE public.chunk (id bigint, embedding halfvec(64));"
                + " CREATE TABLE public.seen (settings text);"
                + " ALTER DATABASE " + scratch.database().name() + " SET maintenance_work_mem = '1MB';"
                + " ALTER DATABASE " + scratch.database().name() + " SET max_parallel_maintenance_workers = 2");
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void aGraphFitsIntoTheMemoryForItsTable() {
        fill();
        scratch.execute("SET maintenance_work_mem = '1MB'; SET client_min_messages = 'notice';"
                + " CREATE INDEX chunk_plain_idx ON public.chunk USING hnsw (embedding halfvec_l2_ops)");
        assertThat(warning()).as("in 1 MB").contains(OUTGROWN);

        migrate("""
                -- tenon:manual
                -- tenon:step no-transaction
                CREATE INDEX CONCURRENTLY chunk_embedding_idx ON public.chunk USING hnsw (embedding halfvec_ip_ops);
                -- tenon:step
                INSERT INTO public.seen SELECT %s;
                """.formatted(SETTINGS));

        assertThat(events.stream().map(MigrationEvent::text)).noneMatch(text -> text.contains(OUTGROWN));
        assertThat(scratch.text("SELECT indisvalid FROM pg_index WHERE indexrelid = 'chunk_embedding_idx'::regclass"))
                .isEqualTo("t");
        assertThat(scratch.text("SELECT settings FROM public.seen"))
                .as("afterwards")
                .isEqualTo("1MB 2");
    }

    @Test
    void aRebuiltGraphGetsTheMemoryAsWell() {
        fill();
        scratch.execute("CREATE INDEX chunk_embedding_idx ON public.chunk USING hnsw (embedding halfvec_ip_ops)");
        migrate("""
                -- tenon:manual
                -- tenon:step no-transaction
                REINDEX INDEX CONCURRENTLY public.chunk_embedding_idx;
                """);
        assertThat(events.stream().map(MigrationEvent::text)).noneMatch(text -> text.contains(OUTGROWN));
    }

    @Test
    void onlySafeVersionsOfPgvectorUseParallelWorkers() {
        scratch.execute("CREATE FUNCTION public.noted(halfvec) RETURNS halfvec LANGUAGE plpgsql IMMUTABLE AS $$"
                + "BEGIN RAISE WARNING 'workers %', current_setting('max_parallel_maintenance_workers'); RETURN $1; END$$;"
                + " INSERT INTO public.chunk SELECT 1, array_fill(1, ARRAY[64])::halfvec(64)");
        String version = String.valueOf(scratch.text("SELECT extversion FROM pg_extension WHERE extname = 'vector'"));
        for (String installed : List.of("0.6.0", "0.8.0", "0.8.1", "0.8.2", "0.9.0", "0.10.0", "1.0")) {
            events.clear();
            scratch.execute("UPDATE pg_extension SET extversion = '" + installed + "' WHERE extname = 'vector'");
            migrate("""
                    -- tenon:manual
                    -- tenon:step no-transaction
                    CREATE INDEX CONCURRENTLY chunk_%s_idx ON public.chunk
                        USING hnsw ((public.noted(embedding)::halfvec(64)) halfvec_ip_ops);
                    """.formatted(installed.replace('.', '_')));
            assertThat(events.stream().map(MigrationEvent::text))
                    .as(installed)
                    .anyMatch(text -> text.endsWith(
                            "workers " + (List.of("0.6.0", "0.8.0", "0.8.1").contains(installed) ? 0 : 2)));
        }
        scratch.execute("UPDATE pg_extension SET extversion = '" + version + "' WHERE extname = 'vector'");
    }

    @Test
    void theIndexIsBuiltWithoutTheMemoryIfThereIsNone() {
        fill();
        scratch.execute("CREATE FUNCTION public.modest(halfvec) RETURNS halfvec LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN"
                + " IF current_setting('maintenance_work_mem') <> '1MB' THEN"
                + " RAISE EXCEPTION 'could not resize shared memory segment' USING ERRCODE = '53100'; END IF;"
                + " RETURN $1; END $$");
        migrate("""
                -- tenon:manual
                -- tenon:step no-transaction
                CREATE INDEX CONCURRENTLY chunk_embedding_idx ON public.chunk
                    USING hnsw ((public.modest(embedding)::halfvec(64)) halfvec_ip_ops);
                """);
        assertThat(scratch.text("SELECT indisvalid FROM pg_index WHERE indexrelid = 'chunk_embedding_idx'::regclass"))
                .isEqualTo("t");
        assertThat(scratch.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .isEqualTo("0");
    }

    private void fill() {
        scratch.execute("INSERT INTO public.chunk SELECT n,"
                + " (SELECT array_agg(random()) FROM generate_series(1, 64) WHERE n > 0)::halfvec(64)"
                + " FROM generate_series(1, 4000) n");
    }

    private String warning() {
        try (var statement = scratch.connection().createStatement()) {
            statement.execute("DROP INDEX public.chunk_plain_idx;"
                    + " CREATE INDEX chunk_plain_idx ON public.chunk USING hnsw (embedding halfvec_l2_ops)");
            return String.valueOf(statement.getWarnings());
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private void migrate(String sql) {
        MigrationsFolder folder = new MigrationsFolder(temp);
        folder.add("more", sql, ShopSchema.of(new String[0]));
        Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(events::add)
                .load()
                .migrate();
    }
}
