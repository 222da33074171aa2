package dev.tenon.runtime;

import dev.tenon.runtime.migrate.Loss;
import dev.tenon.runtime.migrate.PreviewedStep;
import dev.tenon.schema.MigrationName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@link Tenon#abandon} would do.
 *
 * @param migration the half-applied migration; empty if there is none
 * @param steps the steps that would take it back, in order, with their SQL; none if a loss must be corrected first
 * @param losses what would not come back
 */
public record AbandonPreview(Optional<MigrationName> migration, List<PreviewedStep> steps, List<Loss> losses) {

    public AbandonPreview {
        Objects.requireNonNull(migration, "migration");
        steps = List.copyOf(steps);
        losses = List.copyOf(losses);
    }
}
