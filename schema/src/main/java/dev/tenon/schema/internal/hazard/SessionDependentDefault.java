package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.type.NewColumnDefault;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** A default that depends on the session would assign the migrator's tenant to all existing rows. */
final class SessionDependentDefault implements HazardRule {

    @Override
    public String code() {
        return "TN404";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.Add add
                    && NewColumnDefault.dependsOnSession(add.column())
                    && context.backfill(add.table(), add.column().name()).isEmpty()) {
                findings.accept(Finding.error(
                        code(),
                        change.path(),
                        "",
                        "existing rows of " + add.table().display() + " would all get the value of "
                                + add.column().name() + " from the migrator's session",
                        "declare the field and add @Backfill(\"…\") with the value of each row"));
            }
        }
    }
}
