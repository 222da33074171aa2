package dev.tenon.schema.diff;

import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;

/** A change to the privileges of a role. */
public sealed interface GrantChange extends Change {

    /** What the answer for each kind is. */
    interface Cases<R> {
        R give(Give change);

        R take(Take change);
    }

    /** Answers by kind. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.grant(this);
    }

    /**
     * Privileges that a role does not have yet.
     *
     * @param on the table or schema
     * @param grant the privileges that are added
     */
    record Give(ObjectPath on, Grant grant) implements GrantChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.give(this);
        }

        @Override
        public ObjectPath path() {
            return ObjectPath.grant(on.owner(), grant.grantee());
        }
    }

    /**
     * Privileges that a role no longer has.
     *
     * @param on the table or schema
     * @param grant the revoked privileges
     */
    record Take(ObjectPath on, Grant grant) implements GrantChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.take(this);
        }

        @Override
        public ObjectPath path() {
            return ObjectPath.grant(on.owner(), grant.grantee());
        }
    }
}
