package dev.tenon.schema.internal.sql;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;

/**
 * Writes the trigger that keeps a shadow column in sync with the column that it will replace.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-trigger.html">Trigger functions</a>
 */
public final class ShadowSql {

    private ShadowSql() {}

    /**
     * The function of the trigger. It has the search path and time zone of the migrator, whichever role writes the row.
     *
     * @param value the new column's value, as an expression over the row
     * @param row the alias of the row in the expression
     */
    public static String function(QualifiedName function, String column, String value, String row) {
        String body = "#variable_conflict use_column\nBEGIN\n    NEW." + Identifier.quote(column) + " := (SELECT "
                + value + " FROM (SELECT NEW.*) AS " + Identifier.quote(row) + ");\n    RETURN NEW;\nEND";
        return "CREATE FUNCTION " + Identifier.quote(function) + "() RETURNS trigger LANGUAGE plpgsql\n"
                + "SET search_path FROM CURRENT SET \"TimeZone\" FROM CURRENT\nAS " + Literal.dollar(body);
    }

    /**
     * The trigger. The server fires triggers in the order of their names, so the name must sort after those of other
     * triggers, which may change the row.
     */
    public static String trigger(QualifiedName table, String name, QualifiedName function) {
        return "CREATE TRIGGER " + Identifier.quote(name) + " BEFORE INSERT OR UPDATE ON " + Identifier.quote(table)
                + "\nFOR EACH ROW EXECUTE FUNCTION " + Identifier.quote(function) + "()";
    }

    public static String dropTrigger(QualifiedName table, String name) {
        return "DROP TRIGGER " + Identifier.quote(name) + " ON " + Identifier.quote(table);
    }

    public static String dropFunction(QualifiedName function) {
        return "DROP FUNCTION " + Identifier.quote(function) + "()";
    }
}
