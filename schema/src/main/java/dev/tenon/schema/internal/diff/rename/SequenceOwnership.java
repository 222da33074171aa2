package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Updates the owners of sequences after their columns are renamed, as the server does. */
final class SequenceOwnership {

    private SequenceOwnership() {}

    static List<Sequence> of(List<Sequence> sequences, UnaryOperator<Sequence.Owner> renamed) {
        return sequences.stream()
                .map(sequence -> sequence.owner()
                        .map(owner -> of(sequence, renamed.apply(owner)))
                        .orElse(sequence))
                .toList();
    }

    /** The server moves an owned sequence to the schema of its table. */
    private static Sequence of(Sequence sequence, Sequence.Owner owner) {
        return sequence.withOwner(Optional.of(owner))
                .withName(owner.table().withName(sequence.name().name()));
    }
}
