package dev.tenon.schema.gate;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** A column that holds values cannot be made a computed one, nor a computed one be computed otherwise. */
final class ImpossibleInPlace implements ChangeRule {

    @Override
    public String code() {
        return "TN407";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetDefault set
                    && set.after()
                            .filter(ColumnDefault.Generated.class::isInstance)
                            .isPresent()) {
                objections.accept(Objection.always(
                        change.path(),
                        "generated",
                        "column " + change.path().display() + " cannot be computed by another expression in place",
                        "give the new column another name, and retire the old one with @Retired"));
            }
        }
    }
}
