package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.derive.TenantTrigger;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.List;
import java.util.function.Consumer;

/** Without the trigger, rows that a version of the application without tenants inserts have no tenant. */
final class RemovedTenantTrigger implements HazardRule {

    @Override
    public String code() {
        return "TN438";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        if (context.after().tenancy().filter(Tenancy::admitsFormerVersion).isEmpty()) {
            return;
        }
        for (Change change : changes) {
            if (change instanceof SqlObjectChange.Drop drop && TenantTrigger.is(drop.object())) {
                CreateStatement.of(drop.object().create())
                        .flatMap(CreateStatement::on)
                        .filter(name -> context.after()
                                .table(name)
                                .filter(table ->
                                        table.tenantScope().tenantColumn().isPresent())
                                .isPresent())
                        .ifPresent(table -> findings.accept(Finding.unlessAccepted(
                                code(),
                                ObjectPath.table(table),
                                "drop-tenant-trigger",
                                "rows that a version without tenants inserts into " + table.display()
                                        + " would no longer get their tenant",
                                "keep @Backfill on the tenant column until no former version is admitted")));
            }
        }
    }
}
