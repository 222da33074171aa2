package dev.tenon.schema.internal.sql;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;

/**
 * Statements that stand before the drop of an empty table or column, and fail if it has got rows or values meanwhile.
 * They take the lock of the drop, so that none can be written between.
 */
public final class LossGuardSql {

    /** The SQLSTATE of the failure: the code of the refusal to lose something. */
    public static final String SQLSTATE = "TN636";

    private LossGuardSql() {}

    /** Fails if the table has rows. */
    public static String rows(QualifiedName table) {
        return guard(table, "", "table " + table.display() + " has rows");
    }

    /** Fails if the column has values. */
    public static String values(QualifiedName table, String column) {
        return guard(
                table,
                // Unlike IS NOT NULL, this is true for a row value with a NULL in it.
                " WHERE " + Identifier.quote(column) + " IS DISTINCT FROM NULL",
                "column " + table.display() + "." + column + " has values");
    }

    private static String guard(QualifiedName table, String condition, String problem) {
        String name = Identifier.quote(table);
        return "DO " + Literal.dollar("""

                        BEGIN
                            LOCK TABLE %s IN ACCESS EXCLUSIVE MODE;
                            IF EXISTS (SELECT FROM %s%s) THEN
                                RAISE EXCEPTION USING ERRCODE = '%s', MESSAGE = %s;
                            END IF;
                        END
                        """.formatted(name, name, condition, SQLSTATE, Literal.text(problem)));
    }
}
