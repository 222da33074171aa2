package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A primary key without the tenant column is unique across tenants: an insert reveals whether another tenant has a key,
 * and takes it from the others. That matters if keys can be guessed.
 */
final class GuessableTenantKey implements SchemaRule {

    @Override
    public String code() {
        return "TN243";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        if (schema.tenancy().filter(Tenancy::hasKeys).isEmpty()) {
            return;
        }
        for (Table table : schema.tables()) {
            if (table.tenantScope() instanceof TenantScope.Scoped scope
                    && scope.keyReason().isEmpty()) {
                table.primaryKey()
                        .filter(key -> !key.columns().contains(scope.column()))
                        .ifPresent(key -> findings.accept(finding(table, key)));
            }
        }
    }

    private Finding finding(Table table, Constraint.PrimaryKey key) {
        List<ColumnType> types = key.columns().stream()
                .map(table::column)
                .flatMap(Optional::stream)
                .map(Column::type)
                .toList();
        boolean random = types.stream().anyMatch(type -> !guessable(type));
        return new Finding(
                code(),
                random ? Severity.WARNING : Severity.ERROR,
                ObjectPath.table(table.name()),
                "keyReason",
                "primary key " + String.join(", ", key.columns()) + " of "
                        + table.name().display() + " is unique across all tenants"
                        + (random
                                ? ": whoever knows a key of another tenant can find out whether it exists"
                                : ", and its values can be guessed: a rejected insert reveals a row of another tenant"),
                "let the key lead with the tenant column (TENANT_FIRST), or state in reason of @TenantScoped why the"
                        + " key may be unique across tenants");
    }

    /** A uuid cannot be guessed, and a type that SQL defines may be one. */
    private static boolean guessable(ColumnType type) {
        return !(type instanceof ColumnType.UserDefined) && !type.equals(ColumnType.builtin("uuid"));
    }
}
