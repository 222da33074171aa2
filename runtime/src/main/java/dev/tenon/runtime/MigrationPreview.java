package dev.tenon.runtime;

import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.PreviewedStep;
import java.util.List;
import java.util.Objects;

/**
 * What {@link Tenon#migrate()} would do.
 *
 * @param state the state now
 * @param steps the steps that it would run, in order, with their SQL; none if nothing is pending
 */
public record MigrationPreview(MigrationState state, List<PreviewedStep> steps) {

    public MigrationPreview {
        Objects.requireNonNull(state, "state");
        steps = List.copyOf(steps);
    }
}
