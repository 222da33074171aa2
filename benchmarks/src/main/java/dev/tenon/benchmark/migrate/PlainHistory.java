package dev.tenon.benchmark.migrate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Connects and reads the history: the lower bound for a migrator on a JVM. */
public final class PlainHistory {

    private PlainHistory() {}

    /**
     * Prints the number of applied steps.
     *
     * @param arguments the JDBC URL
     */
    public static void main(String[] arguments) throws SQLException {
        int steps = 0;
        try (Connection connection = DriverManager.getConnection(arguments[0]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + HISTORY)) {
            while (rows.next()) {
                steps++;
            }
        }
        System.out.println(steps);
    }

    /** Tenon's history table. */
    static final String HISTORY = "tenon.history";
}
