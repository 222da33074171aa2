package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.plan.DefaultValue;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** A default that depends on the session would assign the migrator's tenant to all existing rows. */
final class TenantStamp implements ChangeRule {

    @Override
    public String code() {
        return "TN404";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.Add add
                    && DefaultValue.dependsOnSession(add.column())
                    && context.backfill(add.table(), add.column().name()).isEmpty()) {
                objections.accept(Objection.always(
                        change.path(),
                        "",
                        "existing rows of " + add.table().display() + " would all get the value of "
                                + add.column().name() + " from the migrator's session",
                        "declare the field and add @Backfill(\"…\") with the value of each row"));
            }
        }
    }
}
