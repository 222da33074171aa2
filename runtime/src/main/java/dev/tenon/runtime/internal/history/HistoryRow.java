package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.migrate.StepId;
import dev.tenon.runtime.migrate.StepKind;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of the history, for one step.
 *
 * @param step the step
 * @param hash the migration's chain hash when it was applied
 * @param manual the checksum of the migration's manual part when the step was applied; empty if it had none
 * @param checksum the checksum of the step; empty if unknown
 * @param kind the origin of the step
 * @param state its state
 * @param startedAt when it began, by the database's clock
 * @param finishedAt when it ended, by the database's clock
 * @param by the user that applied it
 */
public record HistoryRow(
        StepId step,
        String hash,
        Optional<String> manual,
        Optional<String> checksum,
        StepKind kind,
        StepState state,
        OffsetDateTime startedAt,
        Optional<OffsetDateTime> finishedAt,
        String by) {

    public HistoryRow {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(manual, "manual");
        Objects.requireNonNull(checksum, "checksum");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(finishedAt, "finishedAt");
        Objects.requireNonNull(by, "by");
    }
}
