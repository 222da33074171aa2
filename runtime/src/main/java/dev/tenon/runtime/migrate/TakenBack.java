package dev.tenon.runtime.migrate;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What came of taking steps back.
 *
 * @param steps those that were taken back
 * @param left those that still have to be, because of the trouble
 * @param trouble why, in the server's words; empty if there was none
 */
record TakenBack(SortedSet<Integer> steps, SortedSet<Integer> left, Optional<String> trouble) {

    /** Nothing was to be taken back. */
    static final TakenBack NOTHING = new TakenBack(new TreeSet<>(), new TreeSet<>(), Optional.empty());

    TakenBack {
        Objects.requireNonNull(steps, "steps");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(trouble, "trouble");
    }
}
