package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rows in every table, and their values later. */
final class Rows {

    /** The row with NULL in every nullable column. */
    static final int WITH_NULLS = 4;

    /** Stands for NULL. */
    static final String NULL = "-";

    private Rows() {}

    /** Inserts rows into all tables without checks of foreign keys, which are satisfied. */
    static void insert(Connection connection, Schema schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (Table table : schema.tables()) {
                for (int row = 1; row <= WITH_NULLS; row++) {
                    statement.execute(insert(table, row, schema));
                }
            }
            statement.execute("RESET session_replication_role");
        }
    }

    private static String insert(Table table, int row, Schema schema) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.generated()) {
                names.add(column.name());
                values.add(column.nullable() && row == WITH_NULLS ? "NULL" : TypeValues.of(column.type(), row, schema));
            }
        }
        return "INSERT INTO " + Identifier.quote(table.name()) + " (" + Identifier.list(names)
                + ") OVERRIDING SYSTEM VALUE VALUES (" + String.join(", ", values) + ")";
    }

    /**
     * Returns the rows of these columns, each as one text without the quotes that arrays have around some labels,
     * sorted.
     */
    static List<String> read(Connection connection, List<QualifiedName> tables, List<String> columns)
            throws SQLException {
        return joined(values(connection, tables, columns));
    }

    /** Returns each row as one text. */
    static List<String> joined(List<List<String>> rows) {
        return rows.stream().map(row -> String.join("|", row)).sorted().toList();
    }

    /** Returns the values of these columns in all rows as texts without quotes; {@link #NULL} for NULL. */
    static List<List<String>> values(Connection connection, List<QualifiedName> tables, List<String> columns)
            throws SQLException {
        List<String> values = new ArrayList<>();
        columns.forEach(column -> values.add(Identifier.quote(column) + "::text"));
        List<List<String>> rows = new ArrayList<>();
        for (QualifiedName table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(
                            "SELECT " + String.join(", ", values) + " FROM " + Identifier.quote(table))) {
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        String value = found.getString(i);
                        row.add(value == null ? NULL : value.replace("\"", ""));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
