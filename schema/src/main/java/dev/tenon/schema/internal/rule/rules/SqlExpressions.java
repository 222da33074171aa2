package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.expression.ExpressionKind;
import dev.tenon.schema.internal.expression.TableExpressions;
import java.util.ArrayList;
import java.util.List;

/** The pieces of SQL that users wrote, each with the object to which it belongs. */
final class SqlExpressions {

    private final List<SqlText> texts = new ArrayList<>();

    /**
     * A piece of SQL.
     *
     * @param at the object
     * @param attribute the attribute of the object
     * @param sql the text
     */
    record SqlText(ObjectPath at, String attribute, String sql) {}

    private SqlExpressions() {}

    /** The SQL in a schema. */
    static List<SqlText> of(Schema schema) {
        SqlExpressions found = new SqlExpressions();
        schema.tables().forEach(found::read);
        schema.views().forEach(view -> found.add(ObjectPath.view(view.name()), "sql", view.sql()));
        return found.texts;
    }

    /** The SQL in hints. */
    static List<SqlText> of(MigrationHints hints) {
        SqlExpressions found = new SqlExpressions();
        hints.backfills().forEach((path, sql) -> found.add(path, "backfill", sql));
        hints.conversions().forEach((path, sql) -> found.add(path, "conversion", sql));
        return found.texts;
    }

    private void read(Table table) {
        TableExpressions.forEach(table, (at, kind, sql) -> add(at, attribute(kind, sql), sql));
    }

    private void add(ObjectPath at, String attribute, String sql) {
        texts.add(new SqlText(at, attribute, sql));
    }

    /** The attribute that has the expression. */
    static String attribute(ExpressionKind kind, String sql) {
        return switch (kind) {
            case DEFAULT, GENERATED -> "default";
            case CHECK -> "expression";
            case PREDICATE -> "where";
            case KEY -> "columns/" + sql;
            case PARTITION_KEY -> "partitioning/" + sql;
            case USING -> "using";
            case WITH_CHECK -> "check";
        };
    }
}
