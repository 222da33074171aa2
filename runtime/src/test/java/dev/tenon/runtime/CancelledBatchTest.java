package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that others end is retried, and only the user ends the migration. */
class CancelledBatchTest {

    /** Fills the whole table; one block has all rows. */
    private static final String RANGES = """
            -- tenon:step 1 batches
            UPDATE public.customer SET name = public.fate(id)
            WHERE name = '' AND ctid BETWEEN '(0,0)' AND '(4294967294,65535)';
            """;

    /** Fills one row at a time. */
    private static final String ROWS = """
            -- tenon:step 1 batches
            UPDATE public.customer SET name = public.fate(id)
            WHERE id = (SELECT min(id) FROM public.customer WHERE name = '');
            """;

    /** All rows of one batch have its xmin. */
    private static final String SIZES =
            "SELECT string_agg(size::text, ' ') FROM (SELECT count(*) AS size FROM customer GROUP BY xmin) AS batches";

    private static final String UNFILLED = "SELECT count(*) FROM customer WHERE name = ''";

    private final Scratch scratch = Scratch.create();
    private final List<MigrationEvent> events = new ArrayList<>();

    @TempDir
    private Path temp;

    CancelledBatchTest() throws SQLException {}

    @BeforeEach
    void begin() {
        scratch.execute("CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL); CREATE SEQUENCE tries;"
                + " INSERT INTO customer SELECT n, '' FROM generate_series(1, 10) n");
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void anyReasonThatPasses() {
        fate("""
                CASE nextval('public.tries')
                    WHEN 1 THEN PERFORM pg_cancel_backend(pg_backend_pid());
                    WHEN 2 THEN RAISE 'deadlock' USING ERRCODE = '40P01';
                    WHEN 3 THEN RAISE 'serialization' USING ERRCODE = '40001';
                    ELSE NULL;
                END CASE;""");
        add(RANGES);
        migrate(configured());
        assertThat(scratch.text(UNFILLED)).isEqualTo("0");
        assertThat(events.stream()
                        .filter(MigrationEvent.StepRetried.class::isInstance)
                        .map(MigrationEvent::text))
                .hasSize(3)
                .first()
                .asString()
                .endsWith("canceling statement due to user request (SQLSTATE 57014)");
    }

    /** A monitor that ends large transactions lets smaller ones pass. */
    @Test
    void aBatchThatIsAlwaysCancelledIsMadeSmaller() {
        fate("""
                PERFORM set_config('fate.rows', (coalesce(nullif(current_setting('fate.rows', true), ''), '0')::int + 1)::text,
                    true);
                IF current_setting('fate.rows')::int > 5 THEN
                    PERFORM pg_cancel_backend(pg_backend_pid());
                END IF;""");
        add(RANGES);
        migrate(configured());
        assertThat(scratch.text(UNFILLED)).isEqualTo("0");
        assertThat(scratch.text(SIZES)).isEqualTo("5 5");
    }

    @Test
    void untilTheDeadlineOfOneBatch() {
        fate("""
                IF id = 3 AND nextval('public.tries') < 1000 THEN
                    PERFORM pg_cancel_backend(pg_backend_pid());
                END IF;""");
        add(ROWS);
        assertThatThrownBy(() -> migrate(configured().retryFor(Duration.ofMillis(100))))
                .hasMessageContaining("[TN622]")
                .hasMessageContaining("SQLSTATE 57014")
                .hasMessageContaining("find out what cancels it");
        assertThat(scratch.text(UNFILLED)).as("earlier batches stay").isEqualTo("8");
        scratch.execute("SELECT setval('tries', 1000)");
        migrate(configured());
        assertThat(scratch.text(UNFILLED)).isEqualTo("0");
    }

    /** The time for reconnecting begins again after each batch; all losses together take longer than it. */
    @Test
    void anEndedConnectionIsOpenedAgainAsLongAsBatchesAreCommitted() {
        fate("""
                IF id < 5 AND nextval('public.tries') % 2 = 1 THEN
                    PERFORM pg_terminate_backend(pg_backend_pid());
                END IF;""");
        add(ROWS);
        migrate(configured().retryFor(Duration.ofMillis(300)));
        assertThat(scratch.text(UNFILLED)).isEqualTo("0");
        assertThat(events.stream().filter(MigrationEvent.ConnectionLost.class::isInstance))
                .hasSize(4);
    }

    @Test
    void notAgainstTheWillOfTheUser() {
        fate("PERFORM pg_cancel_backend(pg_backend_pid());");
        add(RANGES);
        assertThatThrownBy(() -> migrate(configured().listener(event -> {
                    if (event instanceof MigrationEvent.StepRetried) {
                        Thread.currentThread().interrupt();
                    }
                })))
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(scratch.text(UNFILLED)).isEqualTo("10");
    }

    private void fate(String body) {
        scratch.executeAsIs("CREATE FUNCTION fate(id bigint) RETURNS text LANGUAGE plpgsql AS $$ BEGIN " + body
                + " RETURN id; END $$");
    }

    private void add(String sql) {
        new MigrationsFolder(temp).add("fill", sql, ShopSchema.of("customer"));
    }

    private void migrate(TenonConfig config) {
        config.load().migrate();
    }

    private TenonConfig configured() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(events::add);
    }
}
