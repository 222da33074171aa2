package dev.tenon.schema.internal.plan.statement;

import dev.tenon.schema.StepMode;
import java.util.List;
import java.util.Objects;

/**
 * Statements that commit as a unit.
 *
 * @param mode how they are run
 * @param statements the statements, in order; exactly one unless the step is a transaction
 */
public record Step(StepMode mode, List<Statement> statements) {

    public Step {
        Objects.requireNonNull(mode, "mode");
        statements = List.copyOf(statements);
        boolean alone = mode != StepMode.TRANSACTION;
        if (statements.isEmpty() || (alone && statements.size() > 1)) {
            throw new IllegalArgumentException(mode + " step with " + statements.size() + " statements");
        }
    }
}
