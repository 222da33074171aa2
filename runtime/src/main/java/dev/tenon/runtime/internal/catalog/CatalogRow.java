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

    /** A text that is never null. */
    public String text(String column) throws SQLException {
        return optional(column).orElseThrow(() -> new IllegalStateException("the catalogs have no " + column));
    }

    public Optional<String> optional(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    /** The table that the row is about, which every query about tables selects by these names. */
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

    /** A number wider than an int. */
    long wide(String column) throws SQLException {
        return rows.getLong(column);
    }

    /** An object identifier, which is wider than an int. */
    long oid(String column) throws SQLException {
        return rows.getLong(column);
    }

    /** An array of texts without nulls; empty where the column is null. */
    public List<String> texts(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
