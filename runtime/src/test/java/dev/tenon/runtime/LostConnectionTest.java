package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** After a lost connection the committed work is determined, not guessed, and the run continues. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LostConnectionTest {

    private static final String BUILDING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND query LIKE 'CREATE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock' AND state = 'active'";

    private final Scratch scratch = Scratch.create();
    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();

    @TempDir
    private Path temp;

    LostConnectionTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void anInvalidIndexIsRebuilt() throws Exception {
        MigrationsFolder folder =
                new MigrationsFolder(temp.resolve("migrations")).generate("init", ShopSchema.of("customer"));
        configured(folder).load().migrate();
        scratch.execute("INSERT INTO customer SELECT n, 'c' || n FROM generate_series(1, 100) n");
        folder.generate("add_index", ShopSchema.of(ShopSchema.indexed(ShopSchema.table("customer"))));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<MigrationResult> migrating;
        try (Connection reader = scratch.database().connection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("UPDATE customer SET name = name WHERE id = 1");
            migrating = thread.submit(() -> configured(folder).load().migrate());
            await(BUILDING);
            scratch.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE"
                    + " 'CREATE INDEX CONCURRENTLY%' AND datname = current_database()");
            await("SELECT count(*) FROM pg_index WHERE NOT indisvalid");
            reader.rollback();
        }
        MigrationResult result = migrating.get();
        thread.shutdown();

        assertThat(result.after().isCurrent()).isTrue();
        assertThat(scratch.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .isEqualTo("0");
        assertThat(events).anyMatch(MigrationEvent.ConnectionLost.class::isInstance);
        assertThat(events.stream().map(MigrationEvent::text))
                .anyMatch(text -> text.contains(
                        "was interrupted: it left a partial result, which is removed; running" + " it again"));
    }

    @Test
    void aCommitWithoutAReplyIsResolved() throws Exception {
        MigrationsFolder folder = logged();
        assertThat(cut(scratch, folder, CuttingProxy.UNANSWERED)).isTrue();
        assertThat(scratch.text("SELECT string_agg(what, ',') FROM log")).isEqualTo("once");
        assertThat(events).contains(resolved(events, true));
    }

    @Test
    void aCommitThatNeverArrivedIsResolved() throws Exception {
        MigrationsFolder folder = logged();
        assertThat(cut(scratch, folder, 0)).isTrue();
        assertThat(scratch.text("SELECT string_agg(what, ',') FROM log")).isEqualTo("once");
        assertThat(events).contains(resolved(events, false));
    }

    @Test
    void aConnectionMayBeCutAtAnyMessageOfACommit() throws Exception {
        MigrationsFolder folder = logged();
        int messages = 0;
        boolean cut;
        do {
            try (Scratch other = Scratch.create()) {
                cut = cut(other, folder, messages);
                assertThat(other.text("SELECT string_agg(what, ',') FROM log"))
                        .as("cut after message " + messages)
                        .isEqualTo("once");
            }
            messages++;
        } while (cut);
        assertThat(messages).as("boundaries and the end").isGreaterThan(6);
    }

    private MigrationsFolder logged() {
        return new MigrationsFolder(temp.resolve("migrations")).add("log", """
                        -- tenon:manual
                        CREATE TABLE public.log (what text);
                        INSERT INTO public.log VALUES ('once');
                        """, ShopSchema.of(new String[0]));
    }

    /** Migrates with a connection that is cut at the first commit; returns whether it was cut. */
    private boolean cut(Scratch target, MigrationsFolder folder, int messages) throws Exception {
        PGSimpleDataSource server = server(target);
        try (CuttingProxy proxy =
                new CuttingProxy(server.getServerNames()[0], server.getPortNumbers()[0], "COMMIT", messages)) {
            server.setServerNames(new String[] {"127.0.0.1"});
            server.setPortNumbers(new int[] {proxy.port()});
            MigrationResult result =
                    configured(folder).dataSource(server).load().migrate();
            assertThat(result.after().isCurrent()).isTrue();
            return proxy.hasCut();
        }
    }

    @Test
    void aServerThatStaysDownIsAnError() throws Exception {
        MigrationsFolder folder =
                new MigrationsFolder(temp.resolve("migrations")).generate("init", ShopSchema.of("customer"));
        try (CuttingProxy proxy = new CuttingProxy(
                server().getServerNames()[0], server().getPortNumbers()[0], "CREATE TABLE public.customer", 0)) {
            proxy.closeForGoodWhenCut();
            assertThatThrownBy(() -> throughProxy(folder, proxy)
                            .retryFor(Duration.ofSeconds(1))
                            .load()
                            .migrate())
                    .hasMessageContaining("[TN624] the connection was lost");
        }
        assertThat(configured(folder).load().migrate().after().isCurrent()).isTrue();
    }

    private static MigrationEvent resolved(List<MigrationEvent> events, boolean committed) {
        MigrationEvent.CommitResolved resolved = events.stream()
                .filter(MigrationEvent.CommitResolved.class::isInstance)
                .map(MigrationEvent.CommitResolved.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(events.toString()));
        assertThat(resolved.committed()).isEqualTo(committed);
        return resolved;
    }

    private TenonConfig throughProxy(MigrationsFolder folder, CuttingProxy proxy) {
        PGSimpleDataSource source = server();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {proxy.port()});
        return configured(folder).dataSource(source);
    }

    private PGSimpleDataSource server() {
        return server(scratch);
    }

    private static PGSimpleDataSource server(Scratch scratch) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        return source;
    }

    private TenonConfig configured(MigrationsFolder folder) {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(folder.path())
                .listener(events::add);
    }

    private void await(String count) throws InterruptedException {
        while ("0".equals(scratch.text(count))) {
            Thread.sleep(20);
        }
    }
}
