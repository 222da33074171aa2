package dev.tenon.cli.output;

import dev.tenon.runtime.MigrationListener;
import dev.tenon.runtime.migrate.MigrationEvent;
import java.time.Duration;
import java.util.Optional;

/**
 * Prints the progress of a migration; the state lines are part of the result. On a terminal, a long statement has one
 * updated line; elsewhere a line is printed from time to time.
 */
public final class ProgressOutput implements MigrationListener {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Output output;
    private final boolean terminal;
    private long stepBegan;
    private long lastLine = System.nanoTime() - PAUSE.toNanos();

    public ProgressOutput(Output output, boolean terminal) {
        this.output = output;
        this.terminal = terminal;
    }

    @Override
    public void accept(MigrationEvent event) {
        if (event instanceof MigrationEvent.StepBegun) {
            stepBegan = System.nanoTime();
        }
        if (event instanceof MigrationEvent.StateRead) {
            output.print(event.text());
        } else if (event instanceof MigrationEvent.BatchDone batch) {
            underway(event, bar(batch));
        } else if (event instanceof MigrationEvent.StatementUnderway statement) {
            underway(event, bar(statement));
        } else {
            output.progress(event.text());
        }
    }

    private void underway(MigrationEvent event, ProgressBar bar) {
        if (terminal) {
            output.replaceable(bar.line());
        } else if (lineIsDue()) {
            output.progress(event.text());
        }
    }

    private ProgressBar bar(MigrationEvent.BatchDone batch) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - stepBegan);
        Optional<Duration> left = batch.percent() > 0
                ? Optional.of(elapsed.multipliedBy(100 - batch.percent()).dividedBy(batch.percent()))
                : Optional.empty();
        return new ProgressBar(
                batch.step().toString(), batch.rows() + " rows", Optional.of(batch.percent()), elapsed, left, "");
    }

    private static ProgressBar bar(MigrationEvent.StatementUnderway statement) {
        Optional<Integer> percent = statement.total() > 0
                ? Optional.of((int) (statement.done() * 100 / statement.total()))
                : Optional.empty();
        return new ProgressBar(
                statement.step().toString(),
                statement.phase(),
                percent,
                statement.elapsed(),
                statement.left(),
                statement.awaited());
    }

    /** There may be many batches per second. */
    private boolean lineIsDue() {
        long now = System.nanoTime();
        if (now - lastLine < PAUSE.toNanos()) {
            return false;
        }
        lastLine = now;
        return true;
    }
}
