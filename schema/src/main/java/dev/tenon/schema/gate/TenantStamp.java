package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.plan.DefaultValue;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** A default that depends on the session would stamp the migrator's own tenant on every row that is there. */
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
                        "the rows that are there in " + add.table().display() + " need their own "
                                + add.column().name() + ", not the migrator's",
                        "declare the field and say with @Backfill(\"…\") which value each row gets"));
            }
        }
    }
}
