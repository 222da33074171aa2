package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** A change to a sequence. */
public sealed interface SequenceChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R rename(Rename change);

        R alter(Alter change);

        R setOwner(SetOwner change);

        R setComment(SetComment change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.sequence(this);
    }

    /**
     * Creates a sequence. Its owner and grants are separate changes.
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
     * Drops a sequence.
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
     * Renames a sequence.
     *
     * @param before the old name
     * @param after the new name, in the same schema
     */
    record Rename(QualifiedName before, QualifiedName after) implements SequenceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.sequence(before), ObjectPath.sequence(after));
        }
    }

    /**
     * Changes the type or options of a sequence.
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
     * Sets, changes or removes the column that owns a sequence.
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
     * Changes the comment of a sequence.
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
