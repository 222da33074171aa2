package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.rule.Severity;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The columns of a foreign key must have the types of the referenced columns; another rule checks tenant columns. If
 * PostgreSQL can compare the two types anyway, as in many existing databases, it is only a warning.
 */
final class ForeignKeyType implements SchemaRule {

    @Override
    public String code() {
        return "TN205";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                schema.table(key.target()).ifPresent(target -> check(table, key, target, findings));
            }
        }
    }

    private void check(Table table, Constraint.ForeignKey key, Table target, Consumer<Finding> findings) {
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<Column> own = table.column(key.columns().get(i));
            Optional<Column> other = target.column(key.targetColumns().get(i));
            boolean tenant = table.tenantScope().tenantColumn().equals(own.map(Column::name));
            if (!tenant
                    && own.isPresent()
                    && other.isPresent()
                    && !own.get().type().equals(other.get().type())) {
                findings.accept(new Finding(
                        code(),
                        KeyTypes.compare(own.get().type(), other.get().type()) ? Severity.WARNING : Severity.ERROR,
                        ObjectPath.constraint(table.name(), key.name()),
                        "columns",
                        table.name().display() + "." + own.get().name() + " has type "
                                + own.get().type() + ", but the referenced column "
                                + target.name().display() + "." + other.get().name() + " has type "
                                + other.get().type(),
                        "give both columns the same type"));
            }
        }
    }
}
