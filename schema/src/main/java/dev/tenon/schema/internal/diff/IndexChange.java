package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.Optional;

/** A change to an index. */
public sealed interface IndexChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R rename(Rename change);

        R replace(Replace change);

        R setComment(SetComment change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.index(this);
    }

    /**
     * Creates an index.
     *
     * @param table the table
     * @param index the new index
     */
    record Create(QualifiedName table, Index index) implements IndexChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.index(table, index.name()), index);
        }
    }

    /**
     * Drops an index.
     *
     * @param table the table
     * @param index the old index
     */
    record Drop(QualifiedName table, Index index) implements IndexChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.index(table, index.name()), index);
        }
    }

    /**
     * Renames an index.
     *
     * @param table the table
     * @param before the old name
     * @param after the new name
     */
    record Rename(QualifiedName table, String before, String after) implements IndexChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.index(table, before), ObjectPath.index(table, after));
        }
    }

    /**
     * Replaces the definition of an index; its name stays.
     *
     * @param table the table
     * @param before the old index
     * @param after the new index
     */
    record Replace(QualifiedName table, Index before, Index after) implements IndexChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.replace(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Replacement(ObjectPath.index(table, after.name()), before, after);
        }
    }

    /**
     * Changes the comment of an index.
     *
     * @param table the table
     * @param index the index
     * @param before the old comment
     * @param after the new comment
     */
    record SetComment(QualifiedName table, String index, Optional<String> before, Optional<String> after)
            implements IndexChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setComment(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.index(table, index), "comment", before, after);
        }
    }
}
