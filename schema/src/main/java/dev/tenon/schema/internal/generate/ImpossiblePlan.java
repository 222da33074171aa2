package dev.tenon.schema.internal.generate;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.PlanSimulator;
import dev.tenon.schema.internal.plan.PlanSimulator.Problem;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Optional;

/** Reports plans that the server would refuse, so that no such migration is written. */
final class ImpossiblePlan {

    static final String CODE = "TN434";

    private static final int EXCERPT = 120;

    private ImpossiblePlan() {}

    /** The problems of a plan as findings; none if the plan is possible. */
    static List<Finding> findings(List<Step> steps, List<Change> changes, PlanContext context) {
        return PlanSimulator.problems(steps, context).stream()
                .map(problem -> finding(problem, steps, changes))
                .toList();
    }

    private static Finding finding(Problem problem, List<Step> steps, List<Change> changes) {
        String place = problem.step() == 0 ? "the result differs from the entities" : "step " + problem.step();
        String statement = problem.statement()
                .map(Statement::sql)
                .map(sql -> " (" + excerpt(sql) + ")")
                .orElse("");
        Change change = problem.statement()
                .map(Statement::change)
                .or(() -> problem.step() == 0
                        ? Optional.empty()
                        : Optional.of(steps.get(problem.step() - 1)
                                .statements()
                                .get(0)
                                .change()))
                .orElse(changes.get(0));
        return Finding.error(
                CODE,
                change.path(),
                "",
                "these changes cannot be made in one migration: " + place + statement + ": " + problem.reason(),
                "make the changes one after the other, in migrations of their own");
    }

    private static String excerpt(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }
}
