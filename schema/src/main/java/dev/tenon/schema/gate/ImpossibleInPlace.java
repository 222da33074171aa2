package dev.tenon.schema.gate;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/** What a column holds is lost if the server computes it from now on, and computing it rewrites the table. */
final class ImpossibleInPlace implements ChangeRule {

    private static final String ANOTHER_NAME = "give the new column another name, and retire the old one with @Retired";

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
                objections.accept(
                        context.shadows().replaces(set.table(), set.column().name())
                                ? replaced(set)
                                : Objection.always(
                                        change.path(),
                                        "generated",
                                        "column " + change.path().display()
                                                + " cannot be computed by another expression beside what stands on it",
                                        ANOTHER_NAME));
            }
        }
    }

    private static Objection replaced(ColumnChange.SetDefault set) {
        boolean computed =
                set.before().filter(ColumnDefault.Generated.class::isInstance).isPresent();
        return Objection.unlessAccepted(
                set.path(),
                "compute-column",
                "computing column " + set.path().display()
                        + (computed ? " otherwise" : " loses the values that it has, and")
                        + " rewrites the table under ACCESS EXCLUSIVE, while nobody can read or write it",
                ANOTHER_NAME);
    }
}
