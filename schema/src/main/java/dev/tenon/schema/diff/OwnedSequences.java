package dev.tenon.schema.diff;

import dev.tenon.schema.Sequence;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sequences whose owning columns have other names, as the server leaves them. */
final class OwnedSequences {

    private OwnedSequences() {}

    static List<Sequence> of(List<Sequence> sequences, UnaryOperator<Sequence.Owner> renamed) {
        return sequences.stream()
                .map(sequence -> sequence.withOwner(sequence.owner().map(renamed)))
                .toList();
    }
}
