package dev.tenon.runtime.internal.isolation.session;

import java.util.Optional;

/**
 * The result of one statement of a probe.
 *
 * @param count the number that a query returned, or the number of changed rows; 0 after an error
 * @param refusal the error, if any
 */
public record StatementResult(long count, Optional<StatementError> refusal) {

    public static StatementResult of(long count) {
        return new StatementResult(count, Optional.empty());
    }

    static StatementResult refused(StatementError refusal) {
        return new StatementResult(0, Optional.of(refusal));
    }

    public boolean ok() {
        return refusal.isEmpty();
    }

    /** Returns the error as text; empty without an error. */
    public String why() {
        return refusal.map(StatementError::toString).orElse("");
    }
}
