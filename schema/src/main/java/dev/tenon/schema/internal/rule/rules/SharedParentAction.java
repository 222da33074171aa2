package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.rule.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A foreign key from rows of tenants to a shared table must not delete or change them when a shared row is deleted: the
 * policies do not apply to its actions, so one delete reaches all tenants.
 */
final class SharedParentAction implements SchemaRule {

    private static final Set<ForeignKeyAction> WRITING =
            Set.of(ForeignKeyAction.CASCADE, ForeignKeyAction.SET_NULL, ForeignKeyAction.SET_DEFAULT);

    @Override
    public String code() {
        return "TN320";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.tenancy()
                .ifPresent(tenancy -> schema.tables().stream()
                        .filter(table -> table.tenantScope().tenantColumn().isPresent())
                        .forEach(table ->
                                table.foreignKeys().forEach(key -> check(schema, tenancy, table, key, findings))));
    }

    private void check(
            Schema schema, Tenancy tenancy, Table table, Constraint.ForeignKey key, Consumer<Finding> findings) {
        Optional<Table> shared = schema.table(key.target())
                .filter(target -> target.tenantScope().tenantColumn().isEmpty());
        if (shared.isEmpty() || declared(shared.get())) {
            return;
        }
        ApplicationGrants grants = new ApplicationGrants(tenancy);
        if (WRITING.contains(key.onDelete())) {
            Optional<QualifiedName> deletable = new CascadeOrigins(schema)
                    .of(shared.get()).stream()
                            .filter(origin -> grants.allow(origin, Privilege.DELETE))
                            .map(Table::name)
                            .findFirst();
            findings.accept(new Finding(
                    code(),
                    deletable.isPresent() ? Severity.ERROR : Severity.WARNING,
                    ObjectPath.constraint(table.name(), key.name()),
                    "onDelete",
                    "ON DELETE " + key.onDelete().sql() + " lets a delete from "
                            + deletable
                                    .map(QualifiedName::display)
                                    .orElse("shared table " + key.target().display())
                            + deletable
                                    .map(origin -> ", which " + tenancy.role() + " may do,")
                                    .orElse("")
                            + (key.onDelete() == ForeignKeyAction.CASCADE ? " delete" : " change") + " rows of all"
                            + " tenants in " + table.name().display(),
                    "use NO_ACTION or RESTRICT, or state with @Shared(cascadeReason = \"…\") on the referenced table"
                            + " why it may"));
        }
        if (WRITING.contains(key.onUpdate()) && grants.allow(shared.get(), Privilege.UPDATE)) {
            findings.accept(Finding.error(
                    code(),
                    ObjectPath.constraint(table.name(), key.name()),
                    "onUpdate",
                    "ON UPDATE " + key.onUpdate().sql() + " lets an update of shared table "
                            + key.target().display() + ", which " + tenancy.role()
                            + " may do, change rows of all tenants in "
                            + table.name().display(),
                    "use NO_ACTION, or do not grant UPDATE on the shared table"));
        }
    }

    private static boolean declared(Table shared) {
        return shared.tenantScope() instanceof TenantScope.Shared scope
                && scope.cascadeReason().isPresent();
    }
}
