package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;

/** A change to a PostgreSQL schema. */
public sealed interface NamespaceChange extends Change {

    /** What the answer for each kind is. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);
    }

    /** Answers by kind. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.namespace(this);
    }

    /**
     * A schema that is not there yet, without its grants.
     *
     * @param namespace the new schema
     */
    record Create(Namespace namespace) implements NamespaceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.namespace(namespace.name()), namespace);
        }
    }

    /**
     * A schema that is no longer there.
     *
     * @param namespace the old schema
     */
    record Drop(Namespace namespace) implements NamespaceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.namespace(namespace.name()), namespace);
        }
    }
}
