package dev.tenon.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The outcomes of an application's writes; each is rolled back. */
public final class WriteOutcomes {

    private static final int SHORT = 400;

    private WriteOutcomes() {}

    /** Runs each write separately; returns the number of rows or the error, and the result of the query afterwards. */
    public static String tried(Scratch scratch, List<String> writes, String query) {
        StringBuilder found = new StringBuilder();
        for (String write : writes) {
            found.append(write)
                    .append(" -> ")
                    .append(tried(scratch, write, query))
                    .append('\n');
        }
        return found.toString();
    }

    private static String tried(Scratch scratch, String write, String query) {
        try (Statement statement = scratch.connection().createStatement()) {
            scratch.connection().setAutoCommit(false);
            try {
                int rows = statement.executeUpdate(write);
                return rows + " " + rows(statement, query);
            } catch (SQLException refused) {
                return String.valueOf(refused.getSQLState());
            } finally {
                scratch.connection().rollback();
                scratch.connection().setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new AssertionError(write, e);
        }
    }

    private static String rows(Statement statement, String query) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT string_agg(found::text, ' ') FROM (" + query + ") AS found")) {
            row.next();
            String rows = String.valueOf(row.getString(1));
            return rows.length() < SHORT ? rows : "rows " + rows.hashCode();
        }
    }
}
