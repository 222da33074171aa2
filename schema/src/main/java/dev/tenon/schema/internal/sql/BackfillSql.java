package dev.tenon.schema.internal.sql;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;

/** Writes statements that change rows. */
public final class BackfillSql {

    /**
     * The range of a batch as it stands in the file: all of the table. Who runs the step in batches puts narrower ranges
     * in its place; the statement is right as it is, too.
     */
    public static final String WHOLE_RANGE = "ctid BETWEEN '(0,0)' AND '(4294967294,65535)'";

    private BackfillSql() {}

    /** Gives the column a value in the rows that have none, for a step that is run in batches. */
    public static String fill(QualifiedName table, String column, String value) {
        String name = Identifier.quote(column);
        return update(table, name, value, name + " IS NULL");
    }

    /**
     * The same where the value may be null too: rows that stay without one are not written again and again.
     *
     * @param source what is null where the value is
     */
    public static String fill(QualifiedName table, String column, String value, String source) {
        String name = Identifier.quote(column);
        return update(table, name, value, name + " IS NULL\n  AND " + source + " IS NOT NULL");
    }

    private static String update(QualifiedName table, String name, String value, String where) {
        return "UPDATE " + Identifier.quote(table) + " SET " + name + " = " + value + "\nWHERE " + where + "\n  AND "
                + WHOLE_RANGE;
    }
}
