package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;

/** A change to a row-level security policy. */
public sealed interface PolicyChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R replace(Replace change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.policy(this);
    }

    /**
     * Creates a policy.
     *
     * @param table the table
     * @param policy the new policy
     */
    record Create(QualifiedName table, Policy policy) implements PolicyChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.policy(table, policy.name()), policy);
        }
    }

    /**
     * Drops a policy.
     *
     * @param table the table
     * @param policy the old policy
     */
    record Drop(QualifiedName table, Policy policy) implements PolicyChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.policy(table, policy.name()), policy);
        }
    }

    /**
     * Replaces the definition of a policy; its name stays.
     *
     * @param table the table
     * @param before the old policy
     * @param after the new policy
     */
    record Replace(QualifiedName table, Policy before, Policy after) implements PolicyChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.replace(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Replacement(ObjectPath.policy(table, after.name()), before, after);
        }
    }
}
