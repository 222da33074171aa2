package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.lock.Backoff;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.SqlStates;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What the table {@code tenon.history} of an older version lacks.
 *
 * @param columns whether it lacks columns, which every step needs
 * @param states whether it lacks states of {@link StepState}, which only some commands need
 * @param permitted whether the role may change the table
 * @param owner the owner of the table
 */
record HistoryUpgrade(boolean columns, boolean states, boolean permitted, String owner) {

    private static final String FIND = """
            SELECT 2 <> (SELECT count(*) FROM pg_catalog.pg_attribute
                    WHERE attrelid = c.oid AND attname IN ('undo', 'progress_total') AND NOT attisdropped),
                NOT EXISTS (SELECT FROM pg_catalog.pg_constraint
                    WHERE conrelid = c.oid AND conname = 'history_state_check'
                        AND strpos(pg_get_constraintdef(oid), 'abandoning') > 0),
                pg_has_role(relowner, 'USAGE'), pg_get_userbyid(relowner)
            FROM pg_catalog.pg_class c WHERE oid = to_regclass({'history'})""";

    private static final String UPGRADE = """
            ALTER TABLE {schema}.history ADD COLUMN IF NOT EXISTS undo text[],
                ADD COLUMN IF NOT EXISTS progress_total bigint,
                DROP CONSTRAINT IF EXISTS history_state_check,
                ADD CONSTRAINT history_state_check CHECK (state IN ('running', 'done', 'undoing', 'undone', 'abandoning'))""";

    /** Returns what the table lacks; nothing without a table. */
    static HistoryUpgrade find(HistorySchema schema, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(FIND))) {
            return row.next()
                    ? new HistoryUpgrade(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getString(4))
                    : new HistoryUpgrade(false, false, true, "");
        }
    }

    /**
     * Upgrades the table if it lacks anything and the role may do so.
     *
     * @param allStates whether all states are needed
     * @param lockTimeout how long other sessions wait behind one attempt
     * @param retryFor how long to try again after lock timeouts
     * @throws dev.tenon.runtime.fault.FaultException if the role may not do what is needed, or other sessions hold the
     *     table
     */
    void run(HistorySchema schema, Session session, boolean allStates, Duration lockTimeout, Duration retryFor)
            throws SQLException {
        if (!columns && !states) {
            return;
        }
        if (permitted) {
            alter(schema, session, lockTimeout, retryFor);
        } else if (columns || allStates) {
            throw notPermitted(schema).exception();
        }
    }

    private static void alter(HistorySchema schema, Session session, Duration lockTimeout, Duration retryFor)
            throws SQLException {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), retryFor);
        while (true) {
            try {
                attempt(schema, session, lockTimeout);
                return;
            } catch (SQLException refused) {
                if (!SqlStates.isContention(refused)) {
                    throw refused;
                }
                if (backoff.isOver()) {
                    throw blocked(schema, refused).exception(refused);
                }
                backoff.pause();
            }
        }
    }

    private static void attempt(HistorySchema schema, Session session, Duration lockTimeout) throws SQLException {
        Connection connection = session.connection();
        connection.setAutoCommit(false);
        try {
            session.execute("SET LOCAL lock_timeout = " + lockTimeout.toMillis());
            session.execute(schema.sql(UPGRADE));
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException refused) {
            session.rollback(refused);
            throw refused;
        }
    }

    private Fault notPermitted(HistorySchema schema) {
        return new Fault(
                FaultCode.PRIVILEGE_MISSING,
                "an older version of Tenon created the table " + schema.table("history")
                        + ", which needs further columns and states, but"
                        + " it belongs to " + owner,
                "run once as a member of " + owner + ": " + schema.sql(UPGRADE).replaceAll("\\s+", " "));
    }

    private static Fault blocked(HistorySchema schema, SQLException refused) {
        return new Fault(
                FaultCode.STEP_GAVE_UP,
                "the table " + schema.table("history") + " of an older version cannot be changed: "
                        + SqlStates.message(refused),
                "find the transactions that hold the lock in pg_stat_activity, then run the command again");
    }
}
