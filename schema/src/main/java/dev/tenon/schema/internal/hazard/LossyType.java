package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.type.TypeConversion;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** A type change that the server cannot apply to every value needs a conversion. */
final class LossyType implements HazardRule {

    @Override
    public String code() {
        return "TN405";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetType set
                    && !set.after().generated()
                    && TypeConversion.mayLose(set.before(), set.after(), context.before())
                    && context.conversion(set.table(), set.after().name()).isEmpty()) {
                findings.accept(Finding.error(
                        code(),
                        change.path(),
                        "type",
                        "column " + change.path().display() + " changes from "
                                + set.before().type() + " to " + set.after().type()
                                + ", but not every old value converts to the new type",
                        "add @ConvertUsing(\"…\") with an expression that converts old values"));
            }
        }
    }
}
