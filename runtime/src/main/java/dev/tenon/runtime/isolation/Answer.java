package dev.tenon.runtime.isolation;

import java.util.Optional;

/**
 * The server's answer to one statement of a probe.
 *
 * @param count the number that a query returned, or how many rows a statement changed; 0 where it was refused
 * @param refusal the error, if it was one
 */
record Answer(long count, Optional<Refusal> refusal) {

    static Answer of(long count) {
        return new Answer(count, Optional.empty());
    }

    static Answer refused(Refusal refusal) {
        return new Answer(0, Optional.of(refusal));
    }

    boolean ok() {
        return refusal.isEmpty();
    }

    /** The error in words; empty where there is none. */
    String why() {
        return refusal.map(Refusal::toString).orElse("");
    }
}
