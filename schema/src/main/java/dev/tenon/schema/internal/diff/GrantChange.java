package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;

/** A change to the privileges of a role. */
public sealed interface GrantChange extends Change {

    /** What the answer for each kind is. */
    interface Cases<R> {
        R grant(GrantPrivilege change);

        R revoke(RevokePrivilege change);
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
    record GrantPrivilege(ObjectPath on, Grant grant) implements GrantChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.grant(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.grant(on.owner(), grant.grantee()), grant);
        }
    }

    /**
     * Privileges that a role no longer has.
     *
     * @param on the table or schema
     * @param grant the revoked privileges
     */
    record RevokePrivilege(ObjectPath on, Grant grant) implements GrantChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.revoke(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.grant(on.owner(), grant.grantee()), grant);
        }
    }
}
