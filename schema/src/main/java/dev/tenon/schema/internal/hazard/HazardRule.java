package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/** A rule about the changes between two schemas. */
interface HazardRule {

    /** The rule's code, {@code TN4} and two digits, which also names its page in {@code docs/rules}. */
    String code();

    /** Reports every change that breaks the rule. */
    void check(List<Change> changes, PlanContext context, Consumer<Finding> findings);
}
