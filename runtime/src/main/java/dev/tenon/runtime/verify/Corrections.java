package dev.tenon.runtime.verify;

import dev.tenon.schema.Hints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.SchemaDiff;
import dev.tenon.schema.gate.Gate;
import dev.tenon.schema.plan.PlanContext;
import dev.tenon.schema.plan.Planner;
import dev.tenon.schema.plan.Statement;
import dev.tenon.schema.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans the way back from a live database to its snapshot as any other migration, for people to read. */
final class Corrections {

    private final List<Finding> findings;

    private Corrections(List<Finding> findings) {
        this.findings = findings;
    }

    /**
     * The statements, in an order in which they can be run.
     *
     * @param live what the snapshot owns of the database
     * @param expected the snapshot
     */
    static List<Correction> between(Schema live, Schema expected) {
        PlanContext context = new PlanContext(live, expected, Hints.NONE);
        List<Change> changes = SchemaDiff.between(live, expected);
        List<Finding> impossible = Gate.beyondPlans(changes, context);
        List<Correction> list = new ArrayList<>();
        impossible.forEach(finding -> list.add(new Correction(finding.at(), "", finding.message())));
        List<Change> possible = changes.stream()
                .filter(change -> impossible.stream().noneMatch(finding -> isPartOf(finding.at(), change, expected)))
                .toList();
        Corrections corrections = new Corrections(Gate.check(possible, context, Set.of()));
        Planner.plan(possible, context).stream()
                .flatMap(step -> step.statements().stream())
                .map(corrections::correction)
                .forEach(list::add);
        return list;
    }

    /** Whether a change waits for another: all of a table, and its partitions, for how its rows are divided. */
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
        return new Correction(
                at,
                statement.sql(),
                findings.stream()
                        .filter(finding -> finding.at().equals(at))
                        .map(finding -> "[" + finding.code() + "] " + finding.problem())
                        .collect(Collectors.joining("; ")));
    }
}
