package dev.tenon.runtime.migrate;

import dev.tenon.runtime.internal.format.BriefSql;
import java.util.Objects;

/**
 * An interrupted step outside a transaction.
 *
 * @param step the step
 * @param statement its statement
 * @param extent how much of its effect the database shows; if unknown, a user must check
 */
public record InterruptedStep(StepId step, String statement, EffectState extent) {

    public InterruptedStep {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(extent, "extent");
    }

    /** Whether a user must resolve it; a migration resolves all other cases. */
    public boolean isUndecided() {
        return extent == EffectState.UNKNOWN;
    }

    /** Returns a text for users. */
    @Override
    public String toString() {
        String finding = switch (extent) {
            case NONE -> "it had no effect";
            case PARTIAL -> "it left a partial result";
            case COMPLETE -> "its effect is complete";
            case REPEATABLE -> "it may run again";
            case UNKNOWN -> "the catalogs do not show whether it took effect";
        };
        return step + ": " + BriefSql.of(statement) + ": " + finding;
    }
}
