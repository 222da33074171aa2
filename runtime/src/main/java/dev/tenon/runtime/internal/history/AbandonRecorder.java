package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.migrate.StepId;
import dev.tenon.schema.MigrationName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Records that a migration is being taken back: together with the first step that takes something back, so that until
 * then the migration is half-applied as before and can be continued. The steps themselves are not recorded, because each
 * run plans from the catalogs. A counter shows waiting migrators the progress.
 */
public final class AbandonRecorder implements StepRecorder {

    private static final String MARK =
            "UPDATE {schema}.history SET state = 'abandoning', progress = progress + 1 WHERE number = ?";

    private static final String ENTER =
            "WITH marked AS (" + MARK + " RETURNING 1) SELECT pg_catalog.pg_current_xact_id()::text"
                    + " FROM (SELECT pg_catalog.count(*) FROM marked) AS marks";

    private static final String STATES = "SELECT step, state FROM {schema}.history WHERE number = ?";

    private final HistorySchema schema;
    private final MigrationName migration;
    private final Map<Integer, String> states = new TreeMap<>();
    private boolean committed;

    /** Records the abandonment of the migration, which has a history in that schema. */
    public AbandonRecorder(HistorySchema schema, MigrationName migration) {
        this.schema = schema;
        this.migration = migration;
    }

    @Override
    public String enter(Session session, StepEntry entry) throws SQLException {
        String transaction = session.finish(schema.sql(ENTER), migration.number());
        // If the commit fails, the history has its former states, and nothing is to be restored.
        committed = true;
        return transaction;
    }

    /** A statement outside a transaction may have a lasting effect although its process dies. */
    @Override
    public void enterRunning(Connection connection, StepEntry entry) throws SQLException {
        mark(connection);
    }

    /** Records the abandonment before something is taken back; {@link #restore} reverts that. */
    public void mark(Connection connection) throws SQLException {
        if (!committed && states.isEmpty()) {
            read(connection);
        }
        HistoryWriter.updateAll(schema, connection, MARK, migration.number());
    }

    @Override
    public OptionalLong begun(Connection connection, StepId step) {
        return OptionalLong.empty();
    }

    @Override
    public void advance(Connection connection, StepId step, long block, long blocks) throws SQLException {
        committed = true;
        HistoryWriter.updateAll(schema, connection, MARK, migration.number());
    }

    @Override
    public void complete(Connection connection, StepId step, String checksum) throws SQLException {
        committed = true;
        HistoryWriter.updateAll(schema, connection, MARK, migration.number());
    }

    @Override
    public void forget(Connection connection, StepId step) throws SQLException {
        restore(connection);
    }

    /** Gives the steps their former states, unless something has been taken back. */
    public void restore(Connection connection) throws SQLException {
        if (committed) {
            return;
        }
        for (Map.Entry<Integer, String> each : states.entrySet()) {
            try (PreparedStatement update = connection.prepareStatement(
                    schema.sql("UPDATE {schema}.history SET state = ? WHERE number = ? AND step = ?"))) {
                update.setString(1, each.getValue());
                update.setInt(2, migration.number());
                update.setInt(3, each.getKey());
                update.executeUpdate();
            }
        }
    }

    private void read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(schema.sql(STATES))) {
            query.setInt(1, migration.number());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    states.put(row.getInt(1), row.getString(2));
                }
            }
        }
    }

    @Override
    public String command() {
        return "abandon";
    }

    @Override
    public boolean undoesAfterFailure() {
        return false;
    }
}
