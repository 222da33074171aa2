package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import java.util.concurrent.locks.LockSupport;

/** Runs the migrator and kills it. The next run finds none of its sessions on the server. */
final class KilledMigrator {

    private static final String KILL = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND application_name = 'tenon'";
    private static final String WAITS = " AND wait_event_type = 'Lock' AND cardinality(pg_blocking_pids(pid)) > 0";

    /** Other tests use the processor while terminated sessions end. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Scratch scratch;
    private final Path migrations;

    KilledMigrator(Scratch scratch, Path migrations) {
        this.scratch = scratch;
        this.migrations = migrations;
    }

    /** Runs until the kill point, and fails if it is not reached. */
    void runUntil(KillPoint killPoint) throws SQLException, InterruptedException {
        switch (killPoint.moment()) {
            case WAITING -> awaitLock(killPoint.text());
            case RUN ->
                killAt(
                        new FailingSource(scratch.database().dataSource(), text -> isReached(text, killPoint)),
                        killPoint);
            default -> killAt(new FailingSource(scratch.database().dataSource(), text -> false), killPoint);
        }
    }

    /** Runs to the end. */
    void run() {
        assertThat(configured().load().migrate().after().isCurrent()).isTrue();
    }

    private void killAt(FailingSource source, KillPoint killPoint) {
        assertThat(catchThrowable(() -> configured()
                        .dataSource(source.dataSource())
                        .listener(event -> {
                            if (isReached(event, killPoint)) {
                                source.die(event.text());
                            }
                        })
                        .load()
                        .migrate()))
                .as(killPoint.toString())
                .isInstanceOf(FailingSource.Death.class);
        killAll();
    }

    private void killAll() {
        while (!"0".equals(scratch.text(KILL))) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isReached(String text, KillPoint killPoint) {
        boolean reached = text.contains(killPoint.text());
        if (reached) {
            killAll();
        }
        return reached;
    }

    private static boolean isReached(MigrationEvent event, KillPoint killPoint) {
        return switch (killPoint.moment()) {
            case BATCH ->
                event instanceof MigrationEvent.BatchDone done && done.step().step() == killPoint.step();
            case COMMITTED ->
                event instanceof MigrationEvent.StepDone done && done.step().step() == killPoint.step();
            default -> false;
        };
    }

    private void awaitLock(String table) throws SQLException, InterruptedException {
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
