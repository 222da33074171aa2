package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.internal.lock.HolderPosition;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.MigrationName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads from the history how far another migrator has come. */
public final class HistoryPosition {

    private static final int ALL = 100;

    /**
     * A step that is running or being undone, else the last one. An entry that a repeated attempt makes again is no
     * progress, so running steps count by their batches only. Histories of older versions lack the last column.
     */
    private static final String QUERY = """
            SELECT number, name, step, steps, state = 'done', progress,
                CASE WHEN state = 'running' THEN coalesce((to_jsonb(h) ->> 'progress_total')::bigint, 0) ELSE 0 END,
                (SELECT concat_ws(' ', count(*) FILTER (WHERE state <> 'running'), sum(progress), max(finished_at))
                 FROM {schema}.history)
            FROM {schema}.history h
            ORDER BY state IN ('running', 'undoing') DESC, sequence DESC
            LIMIT 1""";

    private HistoryPosition() {}

    /** Returns the position; empty without a history, or if it cannot be read, which the migrator reports later. */
    public static Optional<HolderPosition> read(HistorySchema schema, Connection connection) throws SQLException {
        try {
            return HistoryTable.exists(schema, connection) ? query(schema, connection) : Optional.empty();
        } catch (SQLException refused) {
            if (SqlStates.isConnectionLoss(refused)) {
                throw refused;
            }
            return Optional.empty();
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }

    private static Optional<HolderPosition> query(HistorySchema schema, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(QUERY))) {
            if (!row.next()) {
                return Optional.empty();
            }
            MigrationName migration = new MigrationName(row.getInt(1), row.getString(2));
            boolean committed = row.getBoolean(5);
            long total = row.getLong(7);
            return Optional.of(new HolderPosition(
                    new StepId(migration, row.getInt(3), row.getInt(4)),
                    committed,
                    committed || total == 0
                            ? OptionalInt.empty()
                            : OptionalInt.of((int) (row.getLong(6) * ALL / total)),
                    row.getString(8)));
        }
    }
}
