package dev.tenon.schema.internal.sql;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes statements that move rows from one table to another. */
public final class RowMoveSql {

    private RowMoveSql() {}

    /**
     * Moves the rows that meet the condition. If a foreign key references the table, no row is moved, because deleting
     * rows would change or delete those that reference them, or be refused.
     *
     * @param from the table
     * @param to the other table
     * @param columns the columns of both, without generated ones; their physical order may differ
     * @param condition the condition as SQL
     */
    public static String move(QualifiedName from, QualifiedName to, List<String> columns, String condition) {
        String source = Identifier.quote(from);
        String list = list(columns);
        return "WITH moved AS (\n    DELETE FROM " + source + "\n    WHERE (" + condition + ")\n      AND NOT EXISTS ("
                + "SELECT FROM pg_catalog.pg_constraint WHERE confrelid = " + Literal.text(source)
                + "::pg_catalog.regclass)\n    RETURNING " + list + "\n)\nINSERT INTO " + Identifier.quote(to) + " ("
                + list + ")\nSELECT " + list + " FROM moved";
    }

    /**
     * Copies all rows to a partition. From PostgreSQL 17 on, it has the identity columns of its table.
     *
     * @param columns the columns of both, without generated ones
     */
    public static String copy(QualifiedName from, QualifiedName partition, List<String> columns) {
        String list = list(columns);
        return "INSERT INTO " + Identifier.quote(partition) + " (" + list + ") OVERRIDING SYSTEM VALUE\nSELECT " + list
                + " FROM " + Identifier.quote(from);
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Identifier::quote).collect(Collectors.joining(", "));
    }
}
