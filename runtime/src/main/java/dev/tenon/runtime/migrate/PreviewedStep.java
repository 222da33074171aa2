package dev.tenon.runtime.migrate;

import dev.tenon.schema.StepMode;
import java.util.List;
import java.util.Objects;

/**
 * A step that a migration would run.
 *
 * @param id the step
 * @param mode its mode
 * @param statements its statements, without semicolons
 */
public record PreviewedStep(StepId id, StepMode mode, List<String> statements) {

    public PreviewedStep {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mode, "mode");
        statements = List.copyOf(statements);
    }
}
