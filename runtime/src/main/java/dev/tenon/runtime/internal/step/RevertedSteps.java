package dev.tenon.runtime.internal.step;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of undoing steps.
 *
 * @param steps the steps that were undone
 * @param remaining the steps that were not undone, because of the failure
 * @param failure the server's message; empty without a failure
 * @param isPermanent whether the remaining steps stay, because a retry would fail again; otherwise they are still to be
 *     undone
 * @param restricting the statements of remaining steps that may reject writes, with their steps
 */
public record RevertedSteps(
        SortedSet<Integer> steps,
        SortedSet<Integer> remaining,
        Optional<String> failure,
        boolean isPermanent,
        List<String> restricting) {

    /** Nothing was to be undone. */
    static final RevertedSteps NOTHING =
            new RevertedSteps(new TreeSet<>(), new TreeSet<>(), Optional.empty(), false, List.of());

    public RevertedSteps {
        Objects.requireNonNull(steps, "steps");
        Objects.requireNonNull(remaining, "remaining");
        Objects.requireNonNull(failure, "failure");
        restricting = List.copyOf(restricting);
    }

    /** Combines this result with a later one. */
    RevertedSteps and(RevertedSteps later) {
        TreeSet<Integer> both = new TreeSet<>(steps);
        both.addAll(later.steps);
        TreeSet<Integer> stillRemaining = new TreeSet<>(remaining);
        stillRemaining.addAll(later.remaining);
        stillRemaining.removeAll(both);
        String failures =
                Stream.of(failure, later.failure).flatMap(Optional::stream).collect(Collectors.joining(", and at "));
        return new RevertedSteps(
                both,
                stillRemaining,
                failures.isEmpty() ? Optional.empty() : Optional.of(failures),
                later.failure.isEmpty() ? isPermanent : later.isPermanent,
                restricting);
    }

    /** Returns a copy with the statements that restrict writes. */
    RevertedSteps restricting(List<String> statements) {
        return new RevertedSteps(steps, remaining, failure, isPermanent, statements);
    }
}
