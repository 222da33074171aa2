package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;

/** A change to a PostgreSQL schema. */
public sealed interface NamespaceChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.namespace(this);
    }

    /**
     * Creates a schema. Its grants are separate changes.
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
     * Drops a schema.
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
