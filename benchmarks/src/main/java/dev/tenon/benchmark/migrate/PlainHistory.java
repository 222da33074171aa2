package dev.tenon.benchmark.migrate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that connects and reads the history, and nothing else: no migrator on a JVM can take less. */
public final class PlainHistory {

    private PlainHistory() {}

    /**
     * Prints how many steps are applied.
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

    /** The table that Tenon keeps its history in. */
    static final String HISTORY = "tenon.history";
}
