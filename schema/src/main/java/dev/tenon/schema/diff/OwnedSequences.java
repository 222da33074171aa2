package dev.tenon.schema.diff;

import dev.tenon.schema.Sequence;
import java.util.List;
import java.util.function.UnaryOperator;

/** Updates the owners of sequences after their columns are renamed, as the server does. */
final class OwnedSequences {

    private OwnedSequences() {}

    static List<Sequence> of(List<Sequence> sequences, UnaryOperator<Sequence.Owner> renamed) {
        return sequences.stream()
                .map(sequence -> sequence.withOwner(sequence.owner().map(renamed)))
                .toList();
    }
}
