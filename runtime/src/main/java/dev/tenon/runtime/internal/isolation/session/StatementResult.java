package dev.tenon.runtime.internal.isolation.session;

import java.util.Optional;

/**
 * The server's answer to one statement of a probe.
 *
 * @param count the number that a query returned, or how many rows a statement changed; 0 where it was refused
 * @param refusal the error, if it was one
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

    /** The error in words; empty where there is none. */
    public String why() {
        return refusal.map(StatementError::toString).orElse("");
    }
}
