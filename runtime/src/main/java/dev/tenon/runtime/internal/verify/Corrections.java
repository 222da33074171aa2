package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.runtime.verify.Correction;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.diff.rename.DeclaredRenames;
import dev.tenon.schema.internal.hazard.HazardCheck;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.Planner;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans the statements that correct a live database: the plan of a migration to the snapshot, with additional
 * statements for unmodelled differences.
 */
final class Corrections {

    private final List<Finding> findings;

    private Corrections(List<Finding> findings) {
        this.findings = findings;
    }

    /**
     * Returns the statements in an order in which they can be run.
     *
     * @param found the complete live schema
     * @param live the part of the live schema that is compared
     * @param expected the snapshot
     * @param beyond the unmodelled differences
     */
    static List<Correction> of(Schema found, Schema live, Schema expected, List<Unmodelled> beyond) {
        UnmodelledRepairs remedies = new UnmodelledRepairs(beyond, expected);
        LeftoverDrops behind = new LeftoverDrops(found, live, expected, expected);
        NameConflicts taken = new NameConflicts(found, expected);
        ProbableRenames misnamed = ProbableRenames.of(found, behind.left(), expected);
        DeclaredRenames renames = DeclaredRenames.between(taken.renamed(misnamed.live()), expected, misnamed.hints());
        PartitionReattachment partitions = PartitionReattachment.of(found, renames.renamed(), expected);
        Schema before = ForcedRecreation.of(partitions.done(), remedies.recreated());
        PrerequisiteDrops dropped = new PrerequisiteDrops(before, expected, misnamed.hints(), remedies.recreated());
        List<Correction> list = new ArrayList<>(remedies.reasons());
        for (RepairPhase phase : List.of(RepairPhase.OWNERS, RepairPhase.OBSTACLES, RepairPhase.REPAIRS)) {
            list.addAll(remedies.at(phase));
        }
        list.addAll(behind.statements());
        list.addAll(taken.statements());
        list.addAll(partitions.first());
        list.addAll(dropped.statements());
        list.addAll(planned(renames.changes(), new PlanContext(dropped.left(), expected, misnamed.hints())));
        list.addAll(partitions.last());
        list.addAll(remedies.at(RepairPhase.LAST));
        return list;
    }

    private static List<Correction> planned(List<Change> renames, PlanContext context) {
        List<Change> changes = new ArrayList<>(renames);
        changes.addAll(SchemaDiff.between(context.before(), context.after()));
        List<Finding> impossible = HazardCheck.unplannable(changes, context);
        List<Correction> list = new ArrayList<>();
        impossible.forEach(finding -> list.add(new Correction(finding.at(), "", finding.message())));
        List<Change> possible = changes.stream()
                .filter(change ->
                        impossible.stream().noneMatch(finding -> isPartOf(finding.at(), change, context.after())))
                .toList();
        Corrections corrections = new Corrections(HazardCheck.check(possible, context, Set.of()));
        Planner.plan(possible, context).forEach(step -> list.addAll(corrections.of(step)));
        return list;
    }

    /** Rows that move between partitions are missing until the end of the transaction, so that it is written. */
    private List<Correction> of(Step step) {
        List<Correction> list = new ArrayList<>(step.statements().stream()
                // Statistics are no difference.
                .filter(statement -> statement.cost() != StatementCost.SAMPLE)
                .map(this::correction)
                .toList());
        if (step.statements().stream().anyMatch(statement -> statement.cost() == StatementCost.MOVE)) {
            Correction first = list.get(0);
            list.add(0, new Correction(first.at(), "BEGIN", first.caution()));
            list.add(new Correction(first.at(), "COMMIT", first.caution()));
        }
        return list;
    }

    /**
     * Whether a change belongs to the object of a finding. A finding about the partitioning of a table also holds back
     * the changes of its partitions.
     */
    private static boolean isPartOf(ObjectPath at, Change change, Schema expected) {
        ObjectPath path = change.path();
        return at.equals(path)
                || at.equals(ObjectPath.table(path.owner()))
                || expected.table(at.owner())
                        .filter(table -> at.equals(ObjectPath.table(table.name())))
                        .flatMap(Table::partitioning)
                        .flatMap(how -> how.partition(path.owner().name()))
                        .isPresent();
    }

    private Correction correction(Statement statement) {
        ObjectPath at = statement.change().path();
        Stream<String> objections = findings.stream()
                .filter(finding -> finding.at().equals(at))
                .map(finding -> "[" + finding.code() + "] " + finding.problem());
        return new Correction(
                at,
                statement.sql(),
                Stream.concat(ProbableRenames.caution(statement.change()).stream(), objections)
                        .collect(Collectors.joining("; ")));
    }
}
