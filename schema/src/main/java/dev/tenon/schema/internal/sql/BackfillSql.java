package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;

/** Writes statements that change rows. */
public final class BackfillSql {

    /**
     * The range of a batch in the migration file: the whole table. A step in batches replaces it by the range of each
     * batch; the statement is also valid as it is.
     */
    public static final String WHOLE_RANGE = "ctid BETWEEN '(0,0)' AND '(4294967294,65535)'";

    private BackfillSql() {}

    /** Sets the column in the rows in which it is null, for a step in batches. */
    public static String fill(QualifiedName table, String column, String value) {
        String name = Identifier.quote(column);
        return update(table, name, value, name + " IS NULL");
    }

    /**
     * The same for a value that may be null: rows in which it is null are not updated again and again.
     *
     * @param source an expression that is null if the value is null
     */
    public static String fill(QualifiedName table, String column, String value, String source) {
        String name = Identifier.quote(column);
        return update(table, name, value, name + " IS NULL\n  AND " + source + " IS NOT NULL");
    }

    /**
     * Computes a generated column again in the rows in which its expression has another result now, for a step in
     * batches. The server computes it when a column that the expression reads is set. Images of values are compared,
     * because equal values may differ.
     *
     * @param read a column that the expression reads
     */
    public static String recompute(QualifiedName table, String read, Column column, String expression) {
        String name = Identifier.quote(read);
        return update(
                table,
                name,
                name,
                "ROW(" + Identifier.quote(column.name()) + ")::record *<> ROW((" + expression + ")::"
                        + TypeSql.name(column.type()) + ")::record");
    }

    private static String update(QualifiedName table, String name, String value, String where) {
        return "UPDATE " + Identifier.quote(table) + " SET " + name + " = " + value + "\nWHERE " + where + "\n  AND "
                + WHOLE_RANGE;
    }
}
