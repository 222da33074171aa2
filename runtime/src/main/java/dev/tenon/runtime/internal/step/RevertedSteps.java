package dev.tenon.runtime.internal.step;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of taking steps back.
 *
 * @param steps those that were taken back
 * @param left those that were not, because of the trouble
 * @param trouble why, in the server's message; empty if there was none
 * @param forGood whether those that were not stay, because waiting does not help; else they are still to be taken back
 * @param restraining the statements that stay and may refuse rows, with their steps
 */
public record RevertedSteps(
        SortedSet<Integer> steps,
        SortedSet<Integer> left,
        Optional<String> trouble,
        boolean forGood,
        List<String> restraining) {

    /** Nothing was to be taken back. */
    static final RevertedSteps NOTHING =
            new RevertedSteps(new TreeSet<>(), new TreeSet<>(), Optional.empty(), false, List.of());

    public RevertedSteps {
        Objects.requireNonNull(steps, "steps");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(trouble, "trouble");
        restraining = List.copyOf(restraining);
    }

    /** Both, where the other one came after it. */
    RevertedSteps and(RevertedSteps later) {
        TreeSet<Integer> both = new TreeSet<>(steps);
        both.addAll(later.steps);
        TreeSet<Integer> remaining = new TreeSet<>(left);
        remaining.addAll(later.left);
        remaining.removeAll(both);
        String troubles =
                Stream.of(trouble, later.trouble).flatMap(Optional::stream).collect(Collectors.joining(", and at "));
        return new RevertedSteps(
                both,
                remaining,
                troubles.isEmpty() ? Optional.empty() : Optional.of(troubles),
                later.trouble.isEmpty() ? forGood : later.forGood,
                restraining);
    }

    /** The same, with what stays and restrains. */
    RevertedSteps restraining(List<String> statements) {
        return new RevertedSteps(steps, left, trouble, forGood, statements);
    }
}
