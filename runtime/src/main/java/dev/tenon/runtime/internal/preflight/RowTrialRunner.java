package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.lock.StatementLabel;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.internal.step.BatchRange;
import dev.tenon.runtime.internal.step.BatchSize;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates the expression of a fill over all rows, in ranges of blocks, and finds the first row that it cannot be
 * computed for. It only reads, so it blocks no writer, and calls no VOLATILE function.
 */
final class RowTrialRunner {

    private final RowQuery rows;
    private final RowVisibility visibility;

    RowTrialRunner(RowQuery rows, RowVisibility visibility) {
        this.rows = rows;
        this.visibility = visibility;
    }

    /** Executes queries in a transaction that refuses to write. */
    interface RowQuery {

        /** Returns a connection for Tenon's own queries. */
        Connection connection() throws SQLException;

        /**
         * Returns the values of the rows as text.
         *
         * @throws RefusedException if the server refuses it
         * @throws SQLException if the connection is lost
         */
        List<List<String>> query(String sql) throws SQLException;
    }

    /** Returns the fault of the first row that the fill would fail at; empty if there is none, or it is unknown. */
    Optional<Fault> run(RowTrial trial) throws SQLException {
        boolean visible = visibility.open(trial, rows.connection());
        Optional<Fault> found = visible ? attempt(trial) : Optional.empty();
        visibility.close(rows.connection());
        return found;
    }

    private Optional<Fault> attempt(RowTrial trial) throws SQLException {
        try {
            TriedColumns columns = TriedColumns.of(trial, rows.connection());
            if (columns.mayBeVolatile()) {
                return Optional.empty();
            }
            RowTrialQueries queries = new RowTrialQueries(trial);
            return columns.areRead() ? scan(trial, queries, columns) : constant(trial, queries);
        } catch (RefusedException unknown) {
            return Optional.empty();
        }
    }

    private Optional<Fault> constant(RowTrial trial, RowTrialQueries queries) throws SQLException {
        return trial.filtered()
                ? Optional.empty()
                : refusal(queries.anyRow()).map(reason -> fault(trial, "the value of every row", reason));
    }

    private Optional<Fault> scan(RowTrial trial, RowTrialQueries queries, TriedColumns columns) throws SQLException {
        BatchRange range = BatchRange.of(trial.statement().text()).orElseThrow();
        BatchSize size = new BatchSize();
        long blocks = range.blocks(rows.connection());
        for (long first = 0; first < blocks; ) {
            refuseInterrupt();
            long end = Math.min(first + size.blocks(), blocks);
            long began = System.nanoTime();
            try {
                String label = "reading rows of " + trial.table().display() + ", block " + first + " of " + blocks;
                if (refusal(StatementLabel.labelled(label, queries.blocks(first, end)))
                        .isPresent()) {
                    Optional<Fault> found = search(trial, queries, columns, first, end);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                size.completed(end - first, Duration.ofNanos(System.nanoTime() - began));
                first = end;
            } catch (RefusedException refused) {
                if (!SqlStates.isCancelled(refused.error()) || end - first == 1) {
                    throw refused;
                }
                size.timedOut(end - first);
            }
        }
        return Optional.empty();
    }

    /** Finds the row; none if it was changed meanwhile. */
    private Optional<Fault> search(RowTrial trial, RowTrialQueries queries, TriedColumns columns, long first, long end)
            throws SQLException {
        if (end - first > 1) {
            long middle = (first + end) / 2;
            boolean inFirst = refusal(queries.blocks(first, middle)).isPresent();
            return inFirst
                    ? search(trial, queries, columns, first, middle)
                    : search(trial, queries, columns, middle, end);
        }
        for (List<String> row : rows.query(queries.places(first))) {
            RowPlace place = new RowPlace(row.get(0), row.get(1));
            Optional<String> reason = refusal(queries.row(place));
            if (reason.isPresent()) {
                return Optional.of(fault(trial, columns.describe(place, queries, rows), reason.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns why a row among those of the query is refused.
     *
     * @throws RefusedException if something else is wrong
     */
    private Optional<String> refusal(String query) throws SQLException {
        try {
            return rows.query(query).get(0).get(1).equals("0")
                    ? Optional.empty()
                    : Optional.of("the column does not accept its new value, which is null or too long");
        } catch (RefusedException refused) {
            SQLException error = refused.error();
            if (RefusalClassifier.refusesValue(error)) {
                return Optional.of(SqlStates.message(error) + " (SQLSTATE " + SqlStates.of(error) + ")");
            }
            throw refused;
        }
    }

    private static Fault fault(RowTrial trial, String row, String reason) {
        return trial.statement()
                .fault(
                        FaultCode.ROW_REFUSED,
                        0,
                        row + " in " + trial.table() + " cannot be converted: " + reason,
                        "correct the row, then run migrate again; or change the expression at its annotation, remove the"
                                + " migration with tenon drop, and generate it again");
    }

    private static void refuseInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Fault(
                            FaultCode.INTERRUPTED,
                            "the thread was interrupted while rows were read before the first step",
                            "run it again; nothing was changed")
                    .exception();
        }
    }
}
