package dev.tenon.runtime.migrate;

import dev.tenon.schema.plan.StepMode;
import dev.tenon.schema.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A step that migrating would run.
 *
 * @param id which step
 * @param mode how it would be run
 * @param statements its statements, without semicolons
 */
public record PreviewedStep(StepId id, StepMode mode, List<String> statements) {

    public PreviewedStep {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mode, "mode");
        statements = List.copyOf(statements);
    }

    static PreviewedStep of(StepId id, StepReading reading) {
        List<String> statements = new ArrayList<>();
        for (SqlStatement next = reading.next(); next != null; next = reading.next()) {
            statements.add(next.text());
        }
        return new PreviewedStep(id, reading.mode(), statements);
    }
}
