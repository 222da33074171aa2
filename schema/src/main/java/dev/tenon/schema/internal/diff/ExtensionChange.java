package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Extension;
import dev.tenon.schema.ObjectPath;

/** A change to an extension. */
public sealed interface ExtensionChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R move(Move change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.extension(this);
    }

    /**
     * Creates an extension.
     *
     * @param extension the new extension
     */
    record Create(Extension extension) implements ExtensionChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.extension(extension.name()), extension);
        }
    }

    /**
     * Drops an extension.
     *
     * @param extension the old extension
     */
    record Drop(Extension extension) implements ExtensionChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.extension(extension.name()), extension);
        }
    }

    /**
     * Moves an extension to another schema.
     *
     * @param before the old extension
     * @param after the new extension
     */
    record Move(Extension before, Extension after) implements ExtensionChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.move(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Replacement(ObjectPath.extension(before.name()), before, after);
        }
    }
}
