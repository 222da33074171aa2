package dev.tenon.runtime.internal.tenant;

import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ends transactions, and leaves nothing of them in the session. One round trip commits, resets the settings to those of
 * the session's begin, and asks what else is left; only what is left is cleaned. Settings are not asked for, because the
 * server lists them in a millisecond and resets them in a microsecond.
 */
final class SessionCleaning {

    private static final String ANOTHER = "tenon_another_transaction";

    /**
     * Fails if the transaction is aborted, and, on a text that is not a number, in one that is not the tenant's. A violated
     * deferred constraint causes neither error.
     */
    private static final String CHECK = "SELECT (CASE WHEN pg_catalog.current_setting(?, true) OPERATOR(pg_catalog.=) ?"
            + " THEN '0' ELSE '" + ANOTHER + "' END)::pg_catalog.int4; ";

    private static final String INVALID_TEXT = "22P02";

    /** {@code lastval()} would return a number of the tenant. */
    private static final String RESET = "RESET ALL; DISCARD SEQUENCES; ";

    private static final String QUESTION = """
            SELECT pg_catalog.pg_advisory_unlock_all(), \
            CASE WHEN pg_catalog.pg_my_temp_schema() OPERATOR(pg_catalog.=) 0 THEN false \
            ELSE EXISTS (SELECT FROM pg_catalog.pg_depend AS d \
            WHERE d.refclassid OPERATOR(pg_catalog.=) 2615 \
            AND d.refobjid OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema()) END, \
            EXISTS (SELECT FROM pg_catalog.pg_cursors AS c WHERE c.is_holdable), \
            EXISTS (SELECT FROM pg_catalog.pg_listening_channels()), \
            EXISTS (SELECT FROM pg_catalog.pg_prepared_statements AS p WHERE p.from_sql), \
            pg_catalog.current_setting('role') OPERATOR(pg_catalog.<>) ?""";

    private static final String RESTORE = ", pg_catalog.set_config(?, ?, false)";

    private static final String PREPARED = "SELECT p.name FROM pg_catalog.pg_prepared_statements AS p WHERE p.from_sql";

    private SessionCleaning() {}

    /** Whether the error means that the transaction is not the one that was begun. */
    static boolean isAnotherTransaction(SQLException refused) {
        return INVALID_TEXT.equals(refused.getSQLState())
                && String.valueOf(refused.getMessage()).contains(ANOTHER);
    }

    /** Commits the transaction and cleans the session. */
    static void commit(Connection connection, SessionBaseline baseline) throws SQLException {
        finish(connection, "COMMIT; ", List.of(), baseline);
    }

    /** Commits the transaction, if the setting still names the tenant, and cleans the session. */
    static void commit(Connection connection, SessionBaseline baseline, String setting, String tenant)
            throws SQLException {
        finish(connection, CHECK + "COMMIT; ", List.of(setting, tenant), baseline);
    }

    /** Commits the transaction of plain statements, which may have taken numbers of sequences. */
    static void commitPlain(Connection connection, boolean numbers) throws SQLException {
        if (numbers) {
            try (PreparedStatement statement = connection.prepareStatement("COMMIT; DISCARD SEQUENCES")) {
                statement.execute();
            }
        }
        connection.commit();
    }

    /** Cleans a session that is in no transaction. */
    static void clean(Connection connection, SessionBaseline baseline) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        finish(connection, "", List.of(), baseline);
        connection.setAutoCommit(autoCommit);
    }

    private static void finish(Connection connection, String end, List<String> parameters, SessionBaseline baseline)
            throws SQLException {
        List<String> left = ask(connection, end, parameters, baseline);
        if (!end.isEmpty()) {
            // The server has nothing left to do; this tells connection wrappers that the transaction has ended.
            connection.commit();
        }
        if (left.isEmpty()) {
            return;
        }
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (String each : left) {
                statement.execute(each);
            }
        }
        if (!ask(connection, "", List.of(), baseline).isEmpty()) {
            throw new SQLException("the session cannot be cleaned: " + left);
        }
        connection.setAutoCommit(autoCommit);
    }

    /** Returns the statements that clean what is left. */
    private static List<String> ask(
            Connection connection, String end, List<String> parameters, SessionBaseline baseline) throws SQLException {
        String sql = end + RESET + QUESTION + RESTORE.repeat(baseline.settings().size());
        List<String> left = new ArrayList<>();
        boolean prepared;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (String parameter : parameters) {
                statement.setString(index++, parameter);
            }
            statement.setString(index++, baseline.role());
            for (Map.Entry<String, String> setting : baseline.settings().entrySet()) {
                statement.setString(index++, setting.getKey());
                statement.setString(index++, setting.getValue());
            }
            try (ResultSet row = last(statement)) {
                row.next();
                add(left, row.getBoolean(2), "DISCARD TEMP");
                add(left, row.getBoolean(3), "CLOSE ALL");
                add(left, row.getBoolean(4), "UNLISTEN *");
                prepared = row.getBoolean(5);
                add(
                        left,
                        row.getBoolean(6),
                        "SET ROLE " + (baseline.role().equals("none") ? "NONE" : Identifier.quote(baseline.role())));
            }
        }
        if (prepared) {
            addDeallocations(connection, left);
        }
        return left;
    }

    private static void addDeallocations(Connection connection, List<String> left) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(PREPARED)) {
            while (names.next()) {
                left.add("DEALLOCATE " + Identifier.quote(names.getString(1)));
            }
        }
        connection.setAutoCommit(autoCommit);
    }

    private static void add(List<String> statements, boolean needed, String statement) {
        if (needed) {
            statements.add(statement);
        }
    }

    private static ResultSet last(PreparedStatement statement) throws SQLException {
        ResultSet last = null;
        boolean rows = statement.execute();
        while (rows || statement.getUpdateCount() >= 0) {
            if (rows) {
                last = statement.getResultSet();
            }
            rows = statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
        }
        if (last == null) {
            throw new SQLException("the server returned no row for " + QUESTION);
        }
        return last;
    }
}
