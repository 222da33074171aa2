package dev.tenon.runtime.migrate;

import dev.tenon.runtime.session.SearchPath;
import dev.tenon.runtime.session.SqlStates;
import dev.tenon.schema.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Runs a step that is one statement over ranges of a table, a short transaction each, so that nobody waits long for a
 * row. How far it came is committed with each batch.
 */
final class BatchStep {

    private static final int PASSES = 3;

    private final StepContext step;
    private final SqlStatement statement;
    private long rows;
    private long block;
    private int attempt = 1;

    private BatchStep(StepContext step, SqlStatement statement) {
        this.step = step;
        this.statement = statement;
    }

    /**
     * Runs all batches from where an earlier attempt came to.
     *
     * @throws StatementFailure if the server refuses the statement for good, or too long; earlier batches stay
     * @throws SQLException if the connection is lost
     */
    static void run(StepContext step, StepReading statements) throws StatementFailure, SQLException {
        step.session().reset();
        SqlStatement statement = statements.only();
        Connection connection = step.session().connection();
        OptionalLong progress = History.progress(connection, step.id());
        if (progress.isEmpty()) {
            UndoNotes undo = UndoNotes.of(statement, statements.kind(), connection);
            step.history().enterRunning(connection, StepEntry.of(step, statements, undo));
        }
        BatchStep batches = new BatchStep(step, statement);
        BatchRange range = BatchRange.of(statement.text()).orElse(null);
        if (range == null) {
            batches.untilNothingChanges();
        } else {
            batches.ranges(range, progress.orElse(0));
            batches.passedOver(range);
        }
        step.session().reset();
        History.finish(connection, step.id(), statements.checksum());
    }

    /** Rows that moved meanwhile, to an earlier block or behind the last one; range by range too, for they may be many. */
    private void passedOver(BatchRange range) throws StatementFailure, SQLException {
        long before = -1;
        for (int pass = 0; pass < PASSES && rows != before; pass++) {
            before = rows;
            ranges(range, 0);
        }
    }

    private void ranges(BatchRange range, long progress) throws StatementFailure, SQLException {
        BatchSize size = new BatchSize();
        block = progress;
        long blocks = range.blocks(step.session().connection());
        for (long first = progress; first < blocks; ) {
            long end = Math.min(first + size.blocks(), blocks);
            long began = System.nanoTime();
            block = end;
            batch(range.between(first, end), (int) (end * 100 / blocks));
            size.took(Duration.ofNanos(System.nanoTime() - began));
            Pause.of(size.pause());
            first = end;
        }
    }

    private void untilNothingChanges() throws StatementFailure, SQLException {
        long changed;
        do {
            changed = batch(statement.text(), 100);
        } while (changed > 0);
    }

    private long batch(String sql, int percent) throws StatementFailure, SQLException {
        Backoff backoff = step.backoff();
        while (true) {
            try {
                long changed = once(sql);
                rows += changed;
                step.events().accept(new MigrationEvent.BatchDone(step.id(), rows, percent));
                return changed;
            } catch (StatementFailure refused) {
                if (!SqlStates.isContention(refused.error()) || backoff.isOver()) {
                    throw refused;
                }
                String reason = SqlStates.message(refused.error());
                step.events().accept(new MigrationEvent.StepRetried(step.id(), attempt++, reason));
                backoff.pause();
            }
        }
    }

    private long once(String sql) throws StatementFailure, SQLException {
        Connection connection = step.session().connection();
        connection.setAutoCommit(false);
        try {
            step.session()
                    .execute("SET LOCAL lock_timeout = "
                            + step.settings().stepLockTimeout().toMillis() + "; " + SearchPath.SET_THEIRS_LOCALLY);
            long changed = StatementRunner.run(step, statement, sql);
            step.session().execute(SearchPath.SET_OWN_LOCALLY);
            History.progress(connection, step.id(), block);
            commit(connection);
            connection.setAutoCommit(true);
            return changed;
        } catch (StatementFailure | RuntimeException refused) {
            step.session().rollback(refused);
            throw refused;
        }
    }

    private void commit(Connection connection) throws StatementFailure, SQLException {
        try {
            connection.commit();
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            throw new StatementFailure(refused, statement);
        }
    }
}
