package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.SqlStates;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Creates the table {@code tenon.history}, and upgrades that of an older version. */
public final class HistoryTable {

    private static final String EXISTS = "SELECT to_regclass({'history'}) IS NOT NULL";

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS {schema}.history (
                sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                number integer NOT NULL,
                name text NOT NULL,
                hash text NOT NULL,
                step integer NOT NULL CHECK (step BETWEEN 1 AND steps),
                steps integer NOT NULL,
                kind text NOT NULL CHECK (kind IN ('generated', 'manual', 'baseline')),
                generated_checksum text,
                manual_checksum text,
                step_checksum text,
                state text NOT NULL CHECK (state IN ('running', 'done', 'undoing', 'undone', 'abandoning')),
                progress bigint NOT NULL DEFAULT 0,
                progress_total bigint,
                started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                finished_at timestamptz,
                xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
                applied_by text NOT NULL DEFAULT session_user,
                application text NOT NULL DEFAULT current_setting('application_name'),
                client text DEFAULT host(inet_client_addr()),
                tenon_version text NOT NULL,
                undo text[],
                UNIQUE (number, step)
            )""";

    private HistoryTable() {}

    /** Whether the database has a history. */
    static boolean exists(HistorySchema schema, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(EXISTS))) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * Creates the table if it does not exist, and upgrades that of an older version. Call it under the lock.
     *
     * @param allStates whether the command needs all states of steps
     * @param lockTimeout how long other sessions wait behind one attempt to change the table
     * @param retryFor how long to try again after lock timeouts
     * @throws dev.tenon.runtime.fault.FaultException if the table must be upgraded and cannot be
     */
    public static void create(
            HistorySchema schema, Session session, boolean allStates, Duration lockTimeout, Duration retryFor)
            throws SQLException {
        if (exists(schema, session.connection())) {
            HistoryUpgrade.find(schema, session.connection()).run(schema, session, allStates, lockTimeout, retryFor);
        } else {
            // Not in one transaction: another tool may create either at the same time, and the check is repeated.
            createForgiving(session, schema.sql("CREATE SCHEMA IF NOT EXISTS {schema}"));
            createForgiving(session, schema.sql(CREATE));
        }
    }

    private static void createForgiving(Session session, String sql) throws SQLException {
        try {
            session.execute(sql);
        } catch (SQLException refused) {
            // IF NOT EXISTS does not see objects that another transaction is about to commit.
            if (!SqlStates.of(refused).equals("23505")) {
                throw refused;
            }
            session.execute(sql);
        }
    }
}
