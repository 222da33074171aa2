package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;

/** A change to the privileges of a role. */
public sealed interface GrantChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R grant(GrantPrivilege change);

        R revoke(RevokePrivilege change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.grant(this);
    }

    /**
     * Grants privileges to a role.
     *
     * @param on the table, view, sequence or schema
     * @param grant the granted privileges
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
     * Revokes privileges from a role.
     *
     * @param on the table, view, sequence or schema
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
