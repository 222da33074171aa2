package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** A change to a sequence. */
public sealed interface SequenceChange extends Change {

    /** What the answer for each kind is. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R alter(Alter change);

        R setOwner(SetOwner change);

        R setComment(SetComment change);
    }

    /** Answers by kind. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.sequence(this);
    }

    /**
     * A sequence that is not there yet, without its grants.
     *
     * @param sequence the new sequence
     */
    record Create(Sequence sequence) implements SequenceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.sequence(sequence.name()), sequence);
        }
    }

    /**
     * A sequence that is no longer there.
     *
     * @param sequence the old sequence
     */
    record Drop(Sequence sequence) implements SequenceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.sequence(sequence.name()), sequence);
        }
    }

    /**
     * A sequence that counts otherwise.
     *
     * @param before the old sequence
     * @param after the new sequence
     */
    record Alter(Sequence before, Sequence after) implements SequenceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.alter(this);
        }

        @Override
        public ObjectDelta delta() {
            ObjectPath path = ObjectPath.sequence(after.name());
            return new ObjectDelta.Composite(List.of(
                    new ObjectDelta.Alteration(path, "type", before.type(), after.type()),
                    new ObjectDelta.Alteration(path, "options", before.options(), after.options())));
        }
    }

    /**
     * A sequence whose owning column is changed or removed.
     *
     * @param sequence the sequence
     * @param before the old owner
     * @param after the new owner
     */
    record SetOwner(QualifiedName sequence, Optional<Sequence.Owner> before, Optional<Sequence.Owner> after)
            implements SequenceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setOwner(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.sequence(sequence), "owner", before, after);
        }
    }

    /**
     * Another comment.
     *
     * @param sequence the sequence
     * @param before the old comment
     * @param after the new comment
     */
    record SetComment(QualifiedName sequence, Optional<String> before, Optional<String> after)
            implements SequenceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setComment(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.sequence(sequence), "comment", before, after);
        }
    }
}
