package dev.tenon.schema.gate;

import dev.tenon.schema.diff.Change;
import dev.tenon.schema.plan.PlanContext;
import dev.tenon.schema.rule.Finding;
import dev.tenon.schema.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks changes for hazards that are not accepted. The registry of the change rules. */
public final class Gate {

    private static final List<ChangeRule> RULES = List.of(
            new DroppedTable(),
            new DroppedColumn(),
            new NotNullWithoutValue(),
            new TenantStamp(),
            new LossyType(),
            new TableRewrite(),
            new ImpossibleInPlace(),
            new LostLabel(),
            new WeakenedRowSecurity(),
            new DroppedObject(),
            new BlockingBuild(),
            new MissedView(),
            new LostViewColumn(),
            new DroppedPartition(),
            new DividedOtherwise(),
            new IgnoredRename(),
            new UnreadableOldRow());

    /** What they object to, no plan can do. */
    private static final List<ChangeRule> BEYOND_PLANS = List.of(new ImpossibleInPlace(), new DividedOtherwise());

    private Gate() {}

    /** The codes of all rules, in their order. */
    public static List<String> codes() {
        return RULES.stream().map(ChangeRule::code).toList();
    }

    /**
     * Errors for every change that is refused; none if all may go on.
     *
     * @param accepted the acceptances given, exactly as earlier findings printed them
     */
    public static List<Finding> check(List<Change> changes, PlanContext context, Set<String> accepted) {
        return check(RULES, changes, context, accepted);
    }

    /** Errors for the changes that cannot be planned even if they are accepted. */
    public static List<Finding> beyondPlans(List<Change> changes, PlanContext context) {
        return check(BEYOND_PLANS, changes, context, Set.of()).stream()
                .filter(finding -> finding.acceptance().isEmpty())
                .toList();
    }

    private static List<Finding> check(
            List<ChangeRule> rules, List<Change> changes, PlanContext context, Set<String> accepted) {
        List<Finding> findings = new ArrayList<>();
        for (ChangeRule rule : rules) {
            rule.check(changes, context, objection -> {
                boolean agreed =
                        objection.acceptance().filter(accepted::contains).isPresent();
                if (!agreed) {
                    findings.add(finding(rule, objection));
                }
            });
        }
        return List.copyOf(findings);
    }

    private static Finding finding(ChangeRule rule, Objection objection) {
        String accept = objection
                .acceptance()
                .map(words -> "accept it with -Atenon.accept=" + words + " or --accept " + words)
                .orElse("");
        String either = objection.remedy().isEmpty() || accept.isEmpty() ? "" : ", or ";
        return new Finding(
                rule.code(),
                Severity.ERROR,
                objection.at(),
                objection.attribute(),
                objection.problem(),
                objection.remedy() + either + accept,
                objection.acceptance());
    }
}
