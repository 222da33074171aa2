package dev.tenon.cli.baseline;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.migrate.BaselineCondition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A baseline condition: another tool has completed its migrations.
 *
 * @param tool the tool
 * @param known the titles of the migrations in the tool's files, by their names in its history
 */
public record PreviousHistory(PreviousTool tool, Map<String, String> known) implements BaselineCondition {

    private static final String TABLES = """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relname = ? AND c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' ORDER BY 1""";

    public PreviousHistory {
        Objects.requireNonNull(tool, "tool");
        known = Map.copyOf(known);
    }

    /**
     * Refuses a database with a failed, unfinished or missing migration of the tool.
     *
     * @throws SQLException as the database reports it
     */
    @Override
    public void check(Connection connection) throws SQLException {
        List<String> histories = histories(connection);
        if (histories.isEmpty()) {
            throw fault(
                    "the database has no table " + tool.table(), "specify the tool that migrated it, or omit --from");
        }
        for (String history : histories) {
            refuseLocked(connection, history);
            List<String> unfinished = texts(connection, tool.unfinished(history));
            Set<String> applied = Set.copyOf(texts(connection, tool.applied(history)));
            tool.missing(known, applied).values().stream().sorted().forEach(unfinished::add);
            if (!unfinished.isEmpty()) {
                throw fault(
                        "not completely applied according to " + history + ": " + String.join(", ", unfinished),
                        "finish it with that tool, then run 'tenon baseline' again");
            }
        }
    }

    /** Liquibase holds a lock while it runs; a killed run leaves it. */
    private void refuseLocked(Connection connection, String history) throws SQLException {
        String lock = history.replaceFirst("databasechangelog(\"?)$", "databasechangeloglock$1");
        boolean locked = tool == PreviousTool.LIQUIBASE
                && !texts(connection, "SELECT 1 WHERE to_regclass('" + lock.replace("'", "''") + "') IS NOT NULL")
                        .isEmpty();
        if (locked) {
            for (String holder : texts(connection, "SELECT coalesce(lockedby, '?') FROM " + lock + " WHERE locked")) {
                throw fault(
                        holder + " holds the lock in " + lock,
                        "wait until it finishes, or release the lock with that tool, then run 'tenon baseline' again");
            }
        }
    }

    private RuntimeException fault(String problem, String remedy) {
        return new Fault(FaultCode.FORMER_HISTORY, tool + ": " + problem, remedy).exception();
    }

    private List<String> histories(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TABLES)) {
            query.setString(1, tool.table());
            return column(query.executeQuery());
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement query = connection.createStatement()) {
            return column(query.executeQuery(sql));
        }
    }

    private static List<String> column(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }
}
