package dev.tenon.runtime.evolution;

import dev.tenon.schema.internal.plan.PlanSimulator;
import java.util.List;

/**
 * What the simulation or a server says of a plan.
 *
 * @param refused the position of the first statement that it refuses; the number of statements if it refuses none
 * @param code the SQLSTATE of a server's refusal
 * @param reason why it refuses the statement
 * @param differences how the result differs from the new schema, if no statement is refused
 */
record PlanVerdict(int refused, String code, String reason, List<String> differences) {

    /** The verdict of the simulation, apart from its guarantees: a server takes a plan that breaks them. */
    static PlanVerdict of(List<PlanSimulator.Problem> problems, int statements) {
        return problems.stream()
                .filter(problem -> problem.statement().isPresent())
                .findFirst()
                .map(problem -> new PlanVerdict(problem.step() - 1, "", problem.reason(), List.of()))
                .orElseGet(() -> new PlanVerdict(
                        statements,
                        "",
                        "",
                        problems.stream()
                                .filter(problem -> problem.step() == 0)
                                .map(PlanSimulator.Problem::reason)
                                .toList()));
    }
}
