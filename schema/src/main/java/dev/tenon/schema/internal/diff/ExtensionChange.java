package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Extension;
import dev.tenon.schema.ObjectPath;

/** A change to an extension. */
public sealed interface ExtensionChange extends Change {

    /** What the answer for each kind is. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R move(Move change);
    }

    /** Answers by kind. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.extension(this);
    }

    /**
     * An extension that is not there yet.
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
     * An extension that is no longer there.
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
     * An extension whose objects live in another schema.
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
