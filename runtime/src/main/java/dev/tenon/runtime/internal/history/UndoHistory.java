package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.migrate.StepKind;
import dev.tenon.schema.MigrationName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps in the table {@code tenon.history} that are to be undone or were undone after a failure. */
public final class UndoHistory {

    private static final String UNDOS = """
            SELECT step, steps, kind, state, progress, undo
            FROM {schema}.history
            WHERE number = ? AND name = ?
            ORDER BY step""";

    private UndoHistory() {}

    /** Returns the undos of the migration's steps, in order. */
    public static List<HistoryUndo> undos(HistorySchema schema, Connection connection, MigrationName migration)
            throws SQLException {
        List<HistoryUndo> undos = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(schema.sql(UNDOS))) {
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
    public static void markUndoing(
            HistorySchema schema, Connection connection, MigrationName migration, Collection<Integer> steps)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                schema.sql("UPDATE {schema}.history SET state = 'undoing' WHERE number = ? AND step = ANY (?)"))) {
            update.setInt(1, migration.number());
            update.setArray(2, connection.createArrayOf("integer", steps.toArray()));
            update.executeUpdate();
        }
    }

    /** Marks steps as done that were to be undone but stay. */
    public static void markDone(HistorySchema schema, Connection connection, MigrationName migration)
            throws SQLException {
        HistoryWriter.updateAll(
                schema,
                connection,
                "UPDATE {schema}.history SET state = 'done' WHERE number = ? AND state = 'undoing'",
                migration.number());
    }

    /** Marks a step as undone. */
    public static void markUndone(HistorySchema schema, Connection connection, StepId step) throws SQLException {
        HistoryWriter.update(
                schema,
                connection,
                "UPDATE {schema}.history SET state = 'undone', progress = 0, finished_at = clock_timestamp()",
                step);
    }

    /** Deletes the rows of a migration whose steps were all undone. */
    public static void deleteUndone(HistorySchema schema, Connection connection, int migration) throws SQLException {
        HistoryWriter.updateAll(
                schema, connection, "DELETE FROM {schema}.history WHERE number = ? AND state = 'undone'", migration);
    }
}
