package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.lock.AdvisoryLock;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes steps into the table {@code tenon.history}, one row for each. */
public final class HistoryWriter implements StepRecorder {

    /** The next run replaces the row of an undone step. */
    private static final String REPLACE_UNDONE = """

            ON CONFLICT (number, step) DO UPDATE SET
                sequence = DEFAULT, name = excluded.name, hash = excluded.hash, steps = excluded.steps,
                kind = excluded.kind, generated_checksum = excluded.generated_checksum,
                manual_checksum = excluded.manual_checksum, step_checksum = excluded.step_checksum,
                state = excluded.state, progress = 0, started_at = excluded.started_at,
                finished_at = excluded.finished_at, xid = excluded.xid, applied_by = excluded.applied_by,
                application = excluded.application, client = excluded.client,
                tenon_version = excluded.tenon_version, undo = excluded.undo
            WHERE history.state = 'undone'""";

    private static final String ENTER = """
            INSERT INTO {schema}.history
                (number, name, hash, step, steps, kind, generated_checksum, manual_checksum, step_checksum, undo,
                 tenon_version, state, started_at, finished_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'done', now(), clock_timestamp())""" + REPLACE_UNDONE + " RETURNING xid::text";

    private static final String ENTER_RUNNING = """
            INSERT INTO {schema}.history
                (number, name, hash, step, steps, kind, generated_checksum, manual_checksum, step_checksum, undo,
                 tenon_version, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running')""" + REPLACE_UNDONE;

    private static final String FINISH =
            "UPDATE {schema}.history SET state = 'done', finished_at = clock_timestamp(), step_checksum = ";

    private final HistorySchema schema;
    private final String version;

    /** Stores {@code version} with each step, in the history of that schema. */
    public HistoryWriter(HistorySchema schema, String version) {
        this.schema = schema;
        this.version = version;
    }

    /**
     * Enters a step that is one transaction, at the end of that transaction. No other session runs the same step,
     * because the running one holds {@link AdvisoryLock#WORK}; the primary key would also prevent it.
     *
     * @return the transaction
     */
    @Override
    public String enter(Session session, StepEntry entry) throws SQLException {
        return session.finish(schema.sql(ENTER), entry.values(version));
    }

    /** Enters a step before it runs outside a transaction, with its checksum. */
    @Override
    public void enterRunning(Connection connection, StepEntry entry) throws SQLException {
        @Nullable Object[] values = entry.values(version);
        try (PreparedStatement insert = connection.prepareStatement(schema.sql(ENTER_RUNNING))) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    /** Marks a step with that checksum as done. */
    public static void finish(HistorySchema schema, Connection connection, StepId step, String checksum)
            throws SQLException {
        update(schema, connection, FINISH + Literal.text(checksum), step);
    }

    @Override
    public OptionalLong begun(Connection connection, StepId step) throws SQLException {
        return HistoryReader.progress(schema, connection, step);
    }

    @Override
    public void advance(Connection connection, StepId step, long block, long blocks) throws SQLException {
        update(
                schema,
                connection,
                "UPDATE {schema}.history SET progress = " + block + ", progress_total = " + blocks,
                step);
    }

    @Override
    public void complete(Connection connection, StepId step, String checksum) throws SQLException {
        finish(schema, connection, step, checksum);
    }

    @Override
    public void forget(Connection connection, StepId step) throws SQLException {
        delete(schema, connection, step);
    }

    @Override
    public String command() {
        return "migrate";
    }

    @Override
    public boolean undoesAfterFailure() {
        return true;
    }

    /** Deletes the rows of a migration of which nothing is left. */
    public static void deleteAbandoned(HistorySchema schema, Connection connection, MigrationName migration)
            throws SQLException {
        updateAll(schema, connection, "DELETE FROM {schema}.history WHERE number = ?", migration.number());
    }

    /** Deletes a step that had no effect. */
    public static void delete(HistorySchema schema, Connection connection, StepId step) throws SQLException {
        update(schema, connection, "DELETE FROM {schema}.history", step);
    }

    /** Changes rows of a migration, whose number is the parameter. */
    static void updateAll(HistorySchema schema, Connection connection, String sql, int migration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(schema.sql(sql))) {
            statement.setInt(1, migration);
            statement.executeUpdate();
        }
    }

    static void update(HistorySchema schema, Connection connection, String sql, StepId step) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(schema.sql(sql + " WHERE number = ? AND step = ?"))) {
            statement.setInt(1, step.migration().number());
            statement.setInt(2, step.step());
            if (statement.executeUpdate() != 1) {
                throw new Fault(
                                FaultCode.HISTORY_UNREADABLE,
                                "the row of " + step + " in " + schema.table("history") + " is missing",
                                "find out what else changes that table, then run migrate again")
                        .exception();
            }
        }
    }
}
