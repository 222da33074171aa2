package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks changes for hazards that are not accepted. The registry of the change rules. */
public final class HazardCheck {

    private static final List<HazardRule> RULES = List.of(
            new DroppedTable(),
            new DroppedColumn(),
            new NotNullWithoutBackfill(),
            new SessionDependentDefault(),
            new LossyType(),
            new TableRewrite(),
            new RecreationRequired(),
            new RemovedEnumLabel(),
            new WeakenedRowSecurity(),
            new DroppedObject(),
            new BlockingBuild(),
            new MaterializedViewRefill(),
            new RemovedViewColumn(),
            new DroppedPartition(),
            new ChangedPartitioning(),
            new StaleResults(),
            new UnreplaceableObject(),
            new InheritedTableChange(),
            new UniquePerTenant(),
            new UngroupedColumn(),
            new IneffectiveRename(),
            new UnreadableOldRow(),
            new UnknownColumnOfOldRow(),
            new EarlierStage(),
            new LockedOutRole(),
            new LostConflictTarget(),
            new RemovedTenantTrigger());

    /** The rules that report changes that cannot be planned. */
    private static final List<HazardRule> UNPLANNABLE =
            List.of(new RecreationRequired(), new ChangedPartitioning(), new UnreplaceableObject());

    private HazardCheck() {}

    /** The codes of all rules, in their order. */
    public static List<String> codes() {
        return RULES.stream().map(HazardRule::code).toList();
    }

    /**
     * Errors for the changes that are not accepted or cannot be planned; empty if there are none.
     *
     * @param accepted the acceptance tokens, exactly as earlier findings printed them
     */
    public static List<Finding> check(List<Change> changes, PlanContext context, Set<String> accepted) {
        return check(RULES, changes, context, accepted);
    }

    /** Errors for the changes that cannot be planned even if they are accepted. */
    public static List<Finding> unplannable(List<Change> changes, PlanContext context) {
        return check(UNPLANNABLE, changes, context, Set.of()).stream()
                .filter(finding -> finding.acceptance().isEmpty())
                .toList();
    }

    private static List<Finding> check(
            List<HazardRule> rules, List<Change> changes, PlanContext context, Set<String> accepted) {
        List<Finding> findings = new ArrayList<>();
        for (HazardRule rule : rules) {
            rule.check(changes, context, finding -> {
                if (finding.acceptance().filter(accepted::contains).isEmpty()) {
                    findings.add(finding);
                }
            });
        }
        return List.copyOf(findings);
    }
}
