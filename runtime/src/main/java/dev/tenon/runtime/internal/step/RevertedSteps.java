package dev.tenon.runtime.internal.step;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What came of taking steps back.
 *
 * @param steps those that were taken back
 * @param left those that were not, because of the trouble
 * @param trouble why, in the server's message; empty if there was none
 * @param forGood whether those that were not stay, because waiting does not help; else they are still to be taken back
 */
public record RevertedSteps(
        SortedSet<Integer> steps, SortedSet<Integer> left, Optional<String> trouble, boolean forGood) {

    /** Nothing was to be taken back. */
    static final RevertedSteps NOTHING = new RevertedSteps(new TreeSet<>(), new TreeSet<>(), Optional.empty(), false);

    public RevertedSteps {
        Objects.requireNonNull(steps, "steps");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(trouble, "trouble");
    }
}
