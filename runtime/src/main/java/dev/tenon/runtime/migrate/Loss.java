package dev.tenon.runtime.migrate;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that does not come back when a half-applied migration is taken back.
 *
 * @param object the object, such as {@code column plan.notes}
 * @param problem what does not come back, in one sentence without a full stop
 * @param acceptance the acceptance token; empty if it must be corrected first
 */
public record Loss(String object, String problem, Optional<String> acceptance) {

    public Loss {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(acceptance, "acceptance");
    }

    /** A loss in one line, with its acceptance token. */
    @Override
    public String toString() {
        return problem + acceptance.map(token -> " [" + token + "]").orElse("");
    }
}
