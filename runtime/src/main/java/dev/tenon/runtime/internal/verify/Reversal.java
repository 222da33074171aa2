package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.migrate.Loss;
import dev.tenon.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The plan that takes a half-applied migration back.
 *
 * @param steps its steps, in order; empty if nothing is left of the migration
 * @param losses what does not come back
 * @param target the schema afterwards: the one before the migration, with the enum labels that cannot be removed
 */
public record Reversal(List<ReversalStep> steps, List<Loss> losses, Schema target) {

    public Reversal {
        steps = List.copyOf(steps);
        losses = List.copyOf(losses);
        Objects.requireNonNull(target, "target");
    }

    /** Returns the steps in the form of a migration file. */
    public String text() {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> steps.get(i).text(i + 1))
                .collect(Collectors.joining("\n"));
    }
}
