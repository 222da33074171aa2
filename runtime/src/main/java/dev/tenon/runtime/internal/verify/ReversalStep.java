package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.StepMode;
import java.util.List;
import java.util.Objects;

/**
 * Statements of a reversal that commit as a unit.
 *
 * @param mode how they are run
 * @param statements the statements, in order
 */
public record ReversalStep(StepMode mode, List<String> statements) {

    public ReversalStep {
        Objects.requireNonNull(mode, "mode");
        statements = List.copyOf(statements);
    }

    /** Returns the step in the form of a migration file. */
    String text(int number) {
        String marker = mode == StepMode.TRANSACTION ? "" : " " + mode.text();
        return "-- tenon:step " + number + marker + "\n" + String.join(";\n", statements) + ";\n";
    }
}
