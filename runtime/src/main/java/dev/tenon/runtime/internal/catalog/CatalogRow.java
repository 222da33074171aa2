package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.QualifiedName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The current row of a result, its columns by name, with nulls as empty. */
public final class CatalogRow {

    private final ResultSet rows;

    CatalogRow(ResultSet rows) {
        this.rows = rows;
    }

    /** Returns a text column that is never null. */
    public String text(String column) throws SQLException {
        return optional(column).orElseThrow(() -> new IllegalStateException("the catalogs have no " + column));
    }

    public Optional<String> optional(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    /** Returns the name of the row's table. All queries about tables select it under these column names. */
    QualifiedName table() throws SQLException {
        return new QualifiedName(text("table_schema"), text("table_name"));
    }

    /** The name in two columns, {@code <prefix>_schema} and {@code <prefix>_name}; empty where they are null. */
    public Optional<QualifiedName> name(String prefix) throws SQLException {
        Optional<String> name = optional(prefix + "_name");
        return name.isEmpty() ? Optional.empty() : Optional.of(new QualifiedName(text(prefix + "_schema"), name.get()));
    }

    public boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    int number(String column) throws SQLException {
        return rows.getInt(column);
    }

    /** Returns a bigint column. */
    long wide(String column) throws SQLException {
        return rows.getLong(column);
    }

    /** Returns an OID column. OIDs are unsigned, so they do not fit into an int. */
    long oid(String column) throws SQLException {
        return rows.getLong(column);
    }

    /** Returns a text array without nulls; empty if the column is null. */
    public List<String> texts(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
