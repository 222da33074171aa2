package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Compares some values of a column with the keys of a table, where no foreign key relates them. */
public final class TenantKeyValues {

    /** Enough values to tell tables with other keys, in large tables too. */
    private static final int SAMPLE = 1000;

    private TenantKeyValues() {}

    /**
     * Whether the column has values, and those that were looked up are keys of the other table.
     *
     * @throws SQLException as the database reports it
     */
    public static boolean areKeys(
            Connection connection, QualifiedName table, String column, QualifiedName root, String key)
            throws SQLException {
        String value = Identifier.quote(column);
        String sql = "SELECT count(*) > 0 AND count(*) = count(r." + Identifier.quote(key) + ") FROM (SELECT " + value
                + " FROM " + Identifier.quote(table) + " WHERE " + value + " IS NOT NULL LIMIT " + SAMPLE
                + ") v LEFT JOIN " + Identifier.quote(root) + " r ON r." + Identifier.quote(key) + " = v." + value;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
