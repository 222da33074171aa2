package dev.tenon.runtime.internal.preflight;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.Locale;

/**
 * A table whose rows a pending statement updates or deletes.
 *
 * @param statement the statement
 * @param table the table
 * @param column the column that a generated UPDATE in batches sets; empty for other statements
 */
record WrittenTable(PendingStatement statement, QualifiedName table, String column) {

    static WrittenTable of(PendingStatement statement, QualifiedName table) {
        return new WrittenTable(
                statement,
                table,
                FillStatement.column(statement.text()).orElse(""));
    }

    /** Whether rows are deleted; those that move to another table are. */
    boolean isDelete() {
        String sql = statement.text().toLowerCase(Locale.ROOT);
        return sql.startsWith("delete") || sql.startsWith("with");
    }

    /** Returns the name of the table as SQL. */
    String sql() {
        return Identifier.quote(table);
    }
}
