package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Role;

/** A change to the roles that the schema needs. */
public sealed interface RoleChange extends Change {

    /** What the answer for each kind is. */
    interface Cases<R> {
        R create(Create change);
    }

    /** Answers by kind. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.role(this);
    }

    /**
     * A role that is not there yet.
     *
     * @param role the new role
     */
    record Create(Role role) implements RoleChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.role(role.name()), role);
        }
    }
}
