package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Those in a schema. */
    static List<SqlText> of(Schema schema) {
        SqlExpressions found = new SqlExpressions();
        schema.tables().forEach(found::read);
        schema.views().forEach(view -> found.add(ObjectPath.view(view.name()), "sql", Optional.of(view.sql())));
        return found.texts;
    }

    /** Those in hints. */
    static List<SqlText> of(MigrationHints hints) {
        SqlExpressions found = new SqlExpressions();
        hints.backfills().forEach((path, sql) -> found.add(path, "backfill", Optional.of(sql)));
        hints.conversions().forEach((path, sql) -> found.add(path, "conversion", Optional.of(sql)));
        return found.texts;
    }

    private void read(Table table) {
        for (Column column : table.columns()) {
            if (column.defaultValue().isPresent()) {
                ObjectPath path = ObjectPath.column(table.name(), column.name());
                add(path, "default", sql(column.defaultValue().get()));
            }
        }
        table.constraints(Constraint.Check.class)
                .forEach(check -> add(
                        ObjectPath.constraint(table.name(), check.name()),
                        "expression",
                        Optional.of(check.expression())));
        for (IndexLike index : IndexLike.of(table)) {
            add(index.at(), "where", index.where());
            for (IndexKey key : index.keys()) {
                if (key.target() instanceof IndexKey.OfExpression expression) {
                    add(index.at(), "columns/" + expression.sql(), Optional.of(expression.sql()));
                }
            }
        }
        table.partitioning().stream().flatMap(how -> how.keys().stream()).forEach(key -> {
            if (key.target() instanceof IndexKey.OfExpression expression) {
                add(ObjectPath.table(table.name()), "partitioning/" + expression.sql(), Optional.of(expression.sql()));
            }
        });
        for (Policy policy : table.policies()) {
            ObjectPath path = ObjectPath.policy(table.name(), policy.name());
            add(path, "using", policy.using());
            add(path, "check", policy.check());
        }
    }

    private void add(ObjectPath path, String attribute, Optional<String> sql) {
        sql.ifPresent(text -> texts.add(new SqlText(path, attribute, text)));
    }

    private static Optional<String> sql(ColumnDefault value) {
        return value.match(new ColumnDefault.Cases<>() {
            @Override
            public Optional<String> expression(ColumnDefault.Expression expression) {
                return Optional.of(expression.sql());
            }

            @Override
            public Optional<String> identity(ColumnDefault.Identity identity) {
                return Optional.empty();
            }

            @Override
            public Optional<String> generated(ColumnDefault.Generated generated) {
                return Optional.of(generated.sql());
            }
        });
    }
}
