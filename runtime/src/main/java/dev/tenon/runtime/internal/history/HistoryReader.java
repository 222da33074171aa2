package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.MigrationName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the applied migrations of the table {@code tenon.history}, one row for each step. */
public final class HistoryReader {

    private static final String READ = """
            SELECT number, name, step, steps, hash, manual_checksum, step_checksum, kind, state, started_at, finished_at,
                applied_by
            FROM {schema}.history
            ORDER BY number, step""";

    /** Reads the last step of each migration; the result does not depend on session settings. */
    private static final String APPLIED = """
            SELECT number, name, steps, finished_at, applied_by
            FROM {schema}.history
            WHERE step OPERATOR(pg_catalog.=) steps AND state OPERATOR(pg_catalog.=) 'done'
            ORDER BY number""";

    private HistoryReader() {}

    /** Returns all rows by number and step; none without a table. */
    public static List<HistoryRow> read(HistorySchema schema, Connection connection) throws SQLException {
        List<HistoryRow> rows = new ArrayList<>();
        try {
            if (HistoryTable.exists(schema, connection)) {
                read(schema, connection, rows);
            }
        } catch (SQLException refused) {
            if (HistoryPrivileges.isMissing(refused)) {
                throw HistoryPrivileges.missing(schema, connection, refused);
            }
            throw refused;
        }
        return rows;
    }

    private static void read(HistorySchema schema, Connection connection, List<HistoryRow> rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(READ))) {
            while (row.next()) {
                rows.add(row(row));
            }
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused) || HistoryPrivileges.isMissing(refused)) {
                throw refused;
            }
            throw unreadable(schema, SqlStates.message(refused), refused);
        } catch (IllegalArgumentException strange) {
            throw unreadable(schema, "it contains a value that this version does not know", strange);
        }
    }

    /** Returns the migrations by number; call it only if all of the history are applied in full. */
    public static List<MigrationStatus> applied(HistorySchema schema, Connection connection) throws SQLException {
        List<MigrationStatus> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(APPLIED))) {
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

    /** Returns the progress of a running step: the block for a step in batches; empty if it has not started. */
    public static OptionalLong progress(HistorySchema schema, Connection connection, StepId step) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(schema.sql(
                "SELECT progress FROM {schema}.history WHERE number = ? AND step = ? AND state = 'running'"))) {
            query.setInt(1, step.migration().number());
            query.setInt(2, step.step());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
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

    private static FaultException unreadable(HistorySchema schema, String problem, Exception cause) {
        return new Fault(
                        FaultCode.HISTORY_UNREADABLE,
                        "the table " + schema.table("history") + " cannot be read: " + problem,
                        "grant the migrating role SELECT on it, and use no older Tenon version than the one that"
                                + " wrote it")
                .exception(cause);
    }
}
