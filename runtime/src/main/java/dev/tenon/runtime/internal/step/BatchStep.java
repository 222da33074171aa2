package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.history.HistoryReader;
import dev.tenon.runtime.internal.history.HistoryWriter;
import dev.tenon.runtime.internal.history.StepStatements;
import dev.tenon.runtime.internal.history.UndoNotes;
import dev.tenon.runtime.internal.lock.Sleeper;
import dev.tenon.runtime.internal.session.MigratingSetting;
import dev.tenon.runtime.internal.session.SearchPath;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Runs a step that is one statement over ranges of a table. Each range has its own short transaction, so row locks are
 * brief, and commits its progress.
 */
final class BatchStep {

    private static final int PASSES = 3;

    /** The maximum duration of a batch, because other sessions wait for its rows. */
    private static final Duration LIMIT = Duration.ofMillis(500);

    /** A batch that was cancelled as often as this, before its time was over, is made smaller. */
    private static final int CANCELS = 3;

    private final StepContext step;
    private final SqlStatement statement;
    private final BatchRetry retry;
    private long rows;
    private long blocks;
    private long block;

    private BatchStep(StepContext step, SqlStatement statement) {
        this.step = step;
        this.statement = statement;
        this.retry = new BatchRetry(step, statement);
    }

    /**
     * Runs all batches, starting after those of an earlier attempt.
     *
     * @throws RetriesExhaustedException if a batch fails until the deadline; earlier batches stay
     * @throws StatementFailedException if the server rejects the statement permanently; earlier batches stay
     * @throws SQLException if the connection is lost
     */
    static void run(StepContext step, StepStatements statements) throws StatementFailedException, SQLException {
        new BatchStep(step, statements.only()).run(statements);
    }

    private void run(StepStatements statements) throws StatementFailedException, SQLException {
        long progress = retry.run(number -> begin(statements));
        BatchRange range = BatchRange.of(statement.text()).orElse(null);
        if (range == null) {
            untilNothingChanges(progress);
        } else {
            ranges(range, progress);
            movedRows(range);
        }
        retry.run(number -> {
            step.session().reset();
            HistoryWriter.finish(step.session().connection(), step.id(), statements.checksum());
            return number;
        });
    }

    /** Enters the step, unless an earlier attempt did; returns the progress of that attempt. */
    private long begin(StepStatements statements) throws SQLException {
        step.session().reset();
        Connection connection = step.session().connection();
        OptionalLong progress = HistoryReader.progress(connection, step.id());
        if (progress.isEmpty()) {
            UndoNotes undo = UndoNotes.of(statement, statements.kind(), connection);
            step.history().enterRunning(connection, step.entry(statements, undo));
        }
        return progress.orElse(0);
    }

    /**
     * Processes rows that moved meanwhile to an earlier block or behind the last one. They may be many, so it uses
     * ranges too.
     */
    private void movedRows(BatchRange range) throws StatementFailedException, SQLException {
        long before = -1;
        for (int pass = 0; pass < PASSES && rows != before; pass++) {
            before = rows;
            ranges(range, 0);
        }
    }

    private void ranges(BatchRange range, long progress) throws StatementFailedException, SQLException {
        BatchSize size = new BatchSize();
        Connection connection = step.session().connection();
        blocks = retry.run(number -> range.blocks(connection));
        BatchEnd ends = retry.run(number -> BatchEnd.of(range, connection));
        for (long first = progress; first < blocks; ) {
            long end = end(ends, first, size);
            int percent = (int) (end * 100 / blocks);
            long began = System.nanoTime();
            try {
                block = end;
                batch(range.between(first, end), percent, LIMIT);
                size.completed(end - first, Duration.ofNanos(System.nanoTime() - began));
                first = end;
            } catch (BatchTimeoutException overrun) {
                size.timedOut(end - first);
                if (end - first == 1) {
                    block = first;
                    long slow = first;
                    within(range, slow, 0, retry.run(number -> ends.linePointers(slow, connection)), percent);
                    first = end;
                }
            }
            Sleeper.of(size.pause());
        }
    }

    private long end(BatchEnd ends, long first, BatchSize size) throws StatementFailedException, SQLException {
        long most = Math.min(first + size.blocks(), blocks);
        return retry.run(number -> ends.before(first, most, step.session().connection()));
    }

    /** Processes a slow block in parts; a single row has no time limit. */
    private void within(BatchRange range, long at, int from, int to, int percent)
            throws StatementFailedException, SQLException {
        int middle = (from + to + 1) / 2;
        part(range, at, from, middle, percent);
        part(range, at, middle, to, percent);
    }

    private void part(BatchRange range, long at, int from, int to, int percent)
            throws StatementFailedException, SQLException {
        try {
            batch(range.within(at, from, to), percent, to - from == 1 ? Duration.ZERO : LIMIT);
        } catch (BatchTimeoutException overrun) {
            within(range, at, from, to, percent);
        }
    }

    /** Its progress is the number of batches. */
    private void untilNothingChanges(long progress) throws StatementFailedException, SQLException {
        block = progress;
        long changed;
        do {
            block++;
            changed = batch(statement.text(), 100, Duration.ZERO);
        } while (changed > 0);
    }

    /**
     * Runs one batch.
     *
     * @param limit the maximum duration; zero for none
     * @throws BatchTimeoutException if it exceeded the limit, or was cancelled repeatedly
     */
    private long batch(String sql, int percent, Duration limit) throws StatementFailedException, SQLException {
        long changed = retry.run(number -> attempt(sql, limit, number));
        rows += changed;
        step.events().accept(new MigrationEvent.BatchDone(step.id(), rows, percent));
        return changed;
    }

    private long attempt(String sql, Duration limit, int number) throws StatementFailedException, SQLException {
        Connection connection = step.session().connection();
        connection.setAutoCommit(false);
        try {
            step.session()
                    .execute("SET LOCAL lock_timeout = " + lockTimeout(limit).toMillis()
                            + "; SET LOCAL statement_timeout = " + limit.toMillis() + "; "
                            + MigratingSetting.SET_LOCALLY + "; " + SearchPath.SET_FOR_MIGRATIONS_LOCALLY);
            long changed = run(sql, limit, number);
            step.session().execute("SET LOCAL statement_timeout = 0; " + SearchPath.SET_OWN_LOCALLY);
            HistoryWriter.progress(connection, step.id(), block, blocks);
            commit(connection);
            connection.setAutoCommit(true);
            return changed;
        } catch (StatementFailedException | SQLException | RuntimeException refused) {
            step.session().rollback(refused);
            throw refused;
        }
    }

    /** Other sessions wait for the rows of a batch that waits for a lock. */
    private Duration lockTimeout(Duration limit) {
        Duration wanted = step.settings().stepLockTimeout();
        Duration limited = limit.dividedBy(2);
        return limit.isZero() || wanted.compareTo(limited) < 0 ? wanted : limited;
    }

    private long run(String sql, Duration limit, int number) throws StatementFailedException, SQLException {
        long began = System.nanoTime();
        try {
            return StatementRunner.run(step, statement, sql);
        } catch (StatementFailedException refused) {
            boolean tooLarge = System.nanoTime() - began >= limit.toNanos() || number >= CANCELS;
            throw tooLarge && !limit.isZero() && SqlStates.isCancelled(refused.error())
                    ? new BatchTimeoutException(refused.error(), statement)
                    : refused;
        }
    }

    private void commit(Connection connection) throws StatementFailedException, SQLException {
        try {
            connection.commit();
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            throw new StatementFailedException(refused, statement);
        }
    }
}
