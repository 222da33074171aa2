package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.expression.ExpressionKind;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.NameSuggestions;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.sql.parse.OperandNames;
import dev.tenon.schema.internal.sql.parse.QualifiedColumns;
import dev.tenon.schema.internal.sql.parse.QualifiedColumns.QualifiedColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The columns that expressions and views name must exist, as far as their text shows. Expressions repeat from table to
 * table, so each text is read once.
 */
final class UnknownColumnInSql implements SchemaRule {

    private static final String CODE = "TN241";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        new Resolution(schema, findings).check();
    }

    /** Resolves the names of one schema. */
    private static final class Resolution {

        private final Schema schema;
        private final Consumer<Finding> findings;
        private final Map<String, Set<String>> operands = new HashMap<>();
        private final Set<String> namespaces = new HashSet<>();

        Resolution(Schema schema, Consumer<Finding> findings) {
            this.schema = schema;
            this.findings = findings;
            schema.tables().forEach(table -> namespaces.add(table.name().schema()));
        }

        void check() {
            schema.tables()
                    .forEach(table -> TableExpressions.forEach(table, (at, kind, sql) -> check(table, at, kind, sql)));
            schema.views()
                    .forEach(view -> QualifiedColumns.ofQuery(view.sql())
                            .forEach(column -> check(ObjectPath.view(view.name()), "sql", column)));
        }

        private void check(Table table, ObjectPath at, ExpressionKind kind, String sql) {
            String attribute = SqlExpressions.attribute(kind, sql);
            Set<String> names = operands.computeIfAbsent(sql, OperandNames::in);
            if (kind == ExpressionKind.DEFAULT) {
                names.stream().findFirst().ifPresent(name -> refuseDefault(at, attribute, name));
                return;
            }
            for (String name : names) {
                if (table.column(name).isEmpty() && !table.name().name().equals(name)) {
                    report(at, attribute, name, table);
                }
            }
            if (sql.contains(".")) {
                QualifiedColumns.ofExpression(sql, table.name()).forEach(column -> check(at, attribute, column));
            }
        }

        private void check(ObjectPath at, String attribute, QualifiedColumn named) {
            Optional<Table> table = schema.table(named.relation());
            if (table.isPresent()
                    && table.get().column(named.column()).isEmpty()
                    && !namespaces.contains(named.qualifier())
                    && !mayCall(named.column())) {
                report(at, attribute, named.column(), table.get());
            }
        }

        /** Whether a function of the schema has that name, which can be called like a column of its row. */
        private boolean mayCall(String name) {
            return schema.objects().stream()
                    .anyMatch(object -> object.create().toLowerCase(Locale.ROOT).contains(name));
        }

        private void report(ObjectPath at, String attribute, String name, Table table) {
            QualifiedName read = table.name();
            List<String> columns = table.columns().stream().map(Column::name).toList();
            findings.accept(Finding.error(
                    CODE,
                    at,
                    attribute,
                    at + " reads " + name + ", which is not a column of " + read.display(),
                    NameSuggestions.closest(name, columns)
                            .map(close -> "did you mean " + close + "?")
                            .orElse("use a column, or write a text in single quotes: '" + name + "'")));
        }

        private void refuseDefault(ObjectPath at, String attribute, String name) {
            findings.accept(Finding.error(
                    CODE,
                    at,
                    attribute,
                    "the default of " + at + " reads " + name + ", but a default cannot read columns",
                    "write a text in single quotes: '" + name + "'"));
        }
    }
}
