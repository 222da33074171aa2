package dev.tenon.schema.plan;

import java.util.List;
import java.util.Objects;

/**
 * What commits together.
 *
 * @param mode how it is run
 * @param statements what is run, in order; one alone unless the step is a transaction
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
