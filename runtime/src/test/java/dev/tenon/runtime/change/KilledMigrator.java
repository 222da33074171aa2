package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.FailingSource;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonConfig;
import dev.tenon.runtime.migrate.MigrationEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Runs the migrator and has it die. Whoever runs next finds nobody of it on the server. */
final class KilledMigrator {

    private static final String KILL = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND application_name = 'tenon'";
    private static final String WAITS = " AND wait_event_type = 'Lock' AND cardinality(pg_blocking_pids(pid)) > 0";

    private final Scratch scratch;
    private final Path migrations;

    KilledMigrator(Scratch scratch, Path migrations) {
        this.scratch = scratch;
        this.migrations = migrations;
    }

    /** Runs until it dies there, and fails if it does not. */
    void runUntil(KillPoint death) throws SQLException, InterruptedException {
        switch (death.moment()) {
            case WAITING -> waiting(death.what());
            case RUN -> dying(new FailingSource(scratch.database().dataSource(), text -> isIt(text, death)), death);
            default -> dying(new FailingSource(scratch.database().dataSource(), text -> false), death);
        }
    }

    /** Runs to the end. */
    void run() {
        assertThat(configured().load().migrate().after().isCurrent()).isTrue();
    }

    private void dying(FailingSource source, KillPoint death) {
        assertThatThrownBy(() -> configured()
                        .dataSource(source.dataSource())
                        .listener(event -> {
                            if (isIt(event, death)) {
                                source.die(event.text());
                            }
                        })
                        .load()
                        .migrate())
                .as(death.toString())
                .isInstanceOf(FailingSource.Death.class);
        killAll();
    }

    /** The server itself looks only ten times a second whether a process that it ended is gone. */
    private void killAll() {
        while (!"0".equals(scratch.text(KILL))) {
            Thread.onSpinWait();
        }
    }

    private boolean isIt(String text, KillPoint death) {
        boolean reached = text.contains(death.what());
        if (reached) {
            killAll();
        }
        return reached;
    }

    private static boolean isIt(MigrationEvent event, KillPoint death) {
        return switch (death.moment()) {
            case BATCH ->
                event instanceof MigrationEvent.BatchDone done && done.step().step() == death.step();
            case COMMITTED ->
                event instanceof MigrationEvent.StepDone done && done.step().step() == death.step();
            default -> false;
        };
    }

    private void waiting(String table) throws SQLException, InterruptedException {
        try (Connection writer = scratch.database().connection();
                Statement lock = writer.createStatement()) {
            writer.setAutoCommit(false);
            lock.execute("LOCK TABLE ONLY " + table + " IN ROW EXCLUSIVE MODE");
            CompletableFuture<Void> running =
                    CompletableFuture.runAsync(() -> configured().load().migrate());
            boolean killed = false;
            while (!killed && !running.isDone()) {
                killed = !"0".equals(scratch.text(KILL + WAITS));
                Thread.sleep(2);
            }
            writer.rollback();
            assertThatThrownBy(running::join)
                    .as("waiting for writers of " + table)
                    .hasMessageContaining("[TN624] the connection was lost");
            assertThat(killed).isTrue();
        }
    }

    private TenonConfig configured() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(migrations)
                .retryFor(Duration.ZERO)
                .listener(event -> {});
    }
}
