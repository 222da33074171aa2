package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.lock.AdvisoryLock;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The applied migrations in the table {@code tenon.history}, one row for each step. */
public final class History {

    private static final String EXISTS = "SELECT to_regclass('tenon.history') IS NOT NULL";

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS tenon.history (
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
                state text NOT NULL CHECK (state IN ('running', 'done', 'undoing', 'undone')),
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

    /** Adds the columns that older versions lack. */
    private static final String UPGRADE = """
            ALTER TABLE tenon.history ADD COLUMN IF NOT EXISTS undo text[],
                ADD COLUMN IF NOT EXISTS progress_total bigint,
                DROP CONSTRAINT IF EXISTS history_state_check,
                ADD CONSTRAINT history_state_check CHECK (state IN ('running', 'done', 'undoing', 'undone'))""";

    private static final String IS_OLD = """
            SELECT to_regclass('tenon.history') IS NOT NULL AND 2 > (
                SELECT count(*) FROM pg_catalog.pg_attribute
                WHERE attrelid = to_regclass('tenon.history') AND attname IN ('undo', 'progress_total'))""";

    private static final String READ = """
            SELECT number, name, step, steps, hash, manual_checksum, step_checksum, kind, state, started_at, finished_at,
                applied_by
            FROM tenon.history
            ORDER BY number, step""";

    /** Reads the last step of each migration; the result does not depend on session settings. */
    private static final String APPLIED = """
            SELECT number, name, steps, finished_at, applied_by
            FROM tenon.history
            WHERE step OPERATOR(pg_catalog.=) steps AND state OPERATOR(pg_catalog.=) 'done'
            ORDER BY number""";

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

    private static final String UNDOS = """
            SELECT step, steps, kind, state, progress, undo
            FROM tenon.history
            WHERE number = ? AND name = ?
            ORDER BY step""";

    private static final String ENTER = """
            INSERT INTO tenon.history
                (number, name, hash, step, steps, kind, generated_checksum, manual_checksum, step_checksum, undo,
                 tenon_version, state, started_at, finished_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'done', now(), clock_timestamp())""" + REPLACE_UNDONE + " RETURNING xid::text";

    private static final String ENTER_RUNNING = """
            INSERT INTO tenon.history
                (number, name, hash, step, steps, kind, generated_checksum, manual_checksum, step_checksum, undo,
                 tenon_version, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running')""" + REPLACE_UNDONE;

    private static final String FINISH =
            "UPDATE tenon.history SET state = 'done', finished_at = clock_timestamp(), step_checksum = ";

    private final String version;

    /** Stores {@code version} with each step. */
    public History(String version) {
        this.version = version;
    }

    /** Whether the database has a history. */
    static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(EXISTS)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Creates the table if it does not exist. Call it under the lock. */
    public static void create(Session session) throws SQLException {
        if (isOld(session.connection())) {
            session.execute(UPGRADE);
        } else if (!exists(session.connection())) {
            // Not in one transaction: another tool may create either at the same time, and the check is repeated.
            createForgiving(session, "CREATE SCHEMA IF NOT EXISTS tenon");
            createForgiving(session, CREATE);
        }
    }

    private static boolean isOld(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IS_OLD)) {
            return row.next() && row.getBoolean(1);
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

    /** Returns all rows by number and step; none without a table. */
    public static List<HistoryRow> read(Connection connection) throws SQLException {
        List<HistoryRow> rows = new ArrayList<>();
        if (exists(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(READ)) {
                while (row.next()) {
                    rows.add(row(row));
                }
            } catch (SQLException refused) {
                if (SqlStates.isConnectionLoss(refused)) {
                    throw refused;
                }
                throw unreadable(SqlStates.message(refused), refused);
            } catch (IllegalArgumentException strange) {
                throw unreadable("it contains a value that this version does not know", strange);
            }
        }
        return rows;
    }

    private static FaultException unreadable(String problem, Exception cause) {
        return new Fault(
                        FaultCode.HISTORY_UNREADABLE,
                        "the table tenon.history cannot be read: " + problem,
                        "grant the migrating role SELECT on it, and use no older Tenon version than the one that"
                                + " wrote it")
                .exception(cause);
    }

    /** Returns the migrations by number; call it only if all of the history are applied in full. */
    public static List<MigrationStatus> applied(Connection connection) throws SQLException {
        List<MigrationStatus> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(APPLIED)) {
            while (row.next()) {
                migrations.add(new MigrationStatus(
                        new MigrationName(row.getInt(1), row.getString(2)),
                        MigrationProgress.APPLIED,
                        row.getInt(3),
                        row.getInt(3),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class)),
                        Optional.of(row.getString(5)),
                        List.of(),
                        List.of()));
            }
        }
        return migrations;
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        return new HistoryRow(
                new StepId(new MigrationName(row.getInt(1), row.getString(2)), row.getInt(3), row.getInt(4)),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                StepKind.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                StepState.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
                row.getObject(10, OffsetDateTime.class),
                Optional.ofNullable(row.getObject(11, OffsetDateTime.class)),
                row.getString(12));
    }

    /**
     * Enters a step that is one transaction, at the end of that transaction. No other session runs the same step,
     * because the running one holds {@link AdvisoryLock#WORK}; the primary key would also prevent it.
     *
     * @return the transaction
     */
    public String enter(Session session, StepEntry entry) throws SQLException {
        return session.finish(ENTER, entry.values(version));
    }

    /** Enters a step before it runs outside a transaction, with its checksum. */
    public void enterRunning(Connection connection, StepEntry entry) throws SQLException {
        @Nullable Object[] values = entry.values(version);
        try (PreparedStatement insert = connection.prepareStatement(ENTER_RUNNING)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    /** Marks a step with that checksum as done. */
    public static void finish(Connection connection, StepId step, String checksum) throws SQLException {
        update(connection, FINISH + Literal.text(checksum), step);
    }

    /** Returns the progress of a running step: the block for a step in batches; empty if it has not started. */
    public static OptionalLong progress(Connection connection, StepId step) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT progress FROM tenon.history WHERE number = ? AND step = ? AND state = 'running'")) {
            query.setInt(1, step.migration().number());
            query.setInt(2, step.step());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Stores the progress of a step in batches: a block of a number of blocks, or a number of batches of 0. */
    public static void progress(Connection connection, StepId step, long block, long blocks) throws SQLException {
        update(connection, "UPDATE tenon.history SET progress = " + block + ", progress_total = " + blocks, step);
    }

    /** Deletes a step that had no effect. */
    public static void delete(Connection connection, StepId step) throws SQLException {
        update(connection, "DELETE FROM tenon.history", step);
    }

    /** Returns the undos of the migration's steps, in order. */
    public static List<HistoryUndo> undos(Connection connection, MigrationName migration) throws SQLException {
        List<HistoryUndo> undos = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(UNDOS)) {
            query.setInt(1, migration.number());
            query.setString(2, migration.name());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    undos.add(new HistoryUndo(
                            new StepId(migration, row.getInt(1), row.getInt(2)),
                            StepKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                            StepState.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                            row.getLong(5),
                            undo(row.getArray(6))));
                }
            }
        }
        return undos;
    }

    private static Optional<List<String>> undo(@Nullable Array statements) throws SQLException {
        return statements == null ? Optional.empty() : Optional.of(List.of((String[]) statements.getArray()));
    }

    /** Marks the steps to undo. */
    public static void markUndoing(Connection connection, MigrationName migration, Collection<Integer> steps)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE tenon.history SET state = 'undoing' WHERE number = ? AND step = ANY (?)")) {
            update.setInt(1, migration.number());
            update.setArray(2, connection.createArrayOf("integer", steps.toArray()));
            update.executeUpdate();
        }
    }

    /** Marks steps as done that were to be undone but stay. */
    public static void markDone(Connection connection, MigrationName migration) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE tenon.history SET state = 'done' WHERE number = ? AND state = 'undoing'")) {
            update.setInt(1, migration.number());
            update.executeUpdate();
        }
    }

    /** Marks a step as undone. */
    public static void markUndone(Connection connection, StepId step) throws SQLException {
        update(
                connection,
                "UPDATE tenon.history SET state = 'undone', progress = 0, finished_at = clock_timestamp()",
                step);
    }

    /** Deletes the rows of a migration whose steps were all undone. */
    public static void deleteUndone(Connection connection, int migration) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM tenon.history WHERE number = ? AND state = 'undone'")) {
            delete.setInt(1, migration);
            delete.executeUpdate();
        }
    }

    private static void update(Connection connection, String sql, StepId step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + " WHERE number = ? AND step = ?")) {
            statement.setInt(1, step.migration().number());
            statement.setInt(2, step.step());
            if (statement.executeUpdate() != 1) {
                throw new Fault(
                                FaultCode.HISTORY_UNREADABLE,
                                "the row of " + step + " in tenon.history is missing",
                                "find out what else changes that table, then run migrate again")
                        .exception();
            }
        }
    }
}
