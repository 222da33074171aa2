package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.List;

/**
 * Writes the triggers that keep a shadow column in sync with the column that it will replace.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-trigger.html">Trigger functions</a>
 */
public final class ShadowSql {

    private ShadowSql() {}

    /**
     * The function of the triggers. It has the search path and time zone of the migrator, whichever role writes the row.
     * An update that does not change what the value is computed from does not fail if the value cannot be computed:
     * that is left to the backfill.
     *
     * @param value the new column's value, as an expression over the row
     * @param row the alias of the row in the expression
     * @param sources the columns from which the value is computed
     */
    public static String function(
            QualifiedName function, String column, String value, String row, List<Column> sources) {
        String body = "#variable_conflict use_column\nBEGIN\n    NEW." + Identifier.quote(column) + " := (SELECT "
                + value + " FROM (SELECT NEW.*) AS " + Identifier.quote(row) + ");\n    RETURN NEW;\n"
                + "EXCEPTION WHEN OTHERS THEN\n    IF TG_OP = 'INSERT'"
                + (sources.isEmpty() ? "" : " OR " + RowComparisonSql.changed(sources))
                + " THEN\n        RAISE;\n    END IF;\n    RETURN NEW;\nEND";
        return "CREATE FUNCTION " + Identifier.quote(function) + "() RETURNS trigger LANGUAGE plpgsql\n"
                + "SET search_path FROM CURRENT SET \"TimeZone\" FROM CURRENT\nAS " + Literal.dollar(body);
    }

    /**
     * The trigger for new rows. The server fires triggers in the order of their names, so the name must sort after those
     * of other triggers, which may change the row.
     */
    public static String insertTrigger(QualifiedName table, String name, QualifiedName function) {
        return trigger(table, name, "INSERT") + "\n" + execute(function);
    }

    /**
     * The trigger for updates that change what the value is computed from, and for rows that have no value yet: the
     * update may move them to where the backfill has already been. {@code UPDATE OF} would miss changes by other
     * triggers.
     */
    public static String updateTrigger(
            QualifiedName table, String name, QualifiedName function, String column, List<Column> sources) {
        String missing = "NEW." + Identifier.quote(column) + " IS NULL";
        return trigger(table, name, "UPDATE") + "\nWHEN (" + missing
                + (sources.isEmpty() ? "" : " OR " + RowComparisonSql.changed(sources)) + ") " + execute(function);
    }

    private static String trigger(QualifiedName table, String name, String event) {
        return "CREATE TRIGGER " + Identifier.quote(name) + " BEFORE " + event + " ON " + Identifier.quote(table)
                + " FOR EACH ROW";
    }

    private static String execute(QualifiedName function) {
        return "EXECUTE FUNCTION " + Identifier.quote(function) + "()";
    }

    public static String dropTrigger(QualifiedName table, String name) {
        return "DROP TRIGGER " + Identifier.quote(name) + " ON " + Identifier.quote(table);
    }

    public static String dropFunction(QualifiedName function) {
        return "DROP FUNCTION " + Identifier.quote(function) + "()";
    }
}
