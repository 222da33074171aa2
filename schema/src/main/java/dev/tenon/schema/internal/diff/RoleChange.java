package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Role;

/** A change to the roles that the schema needs. */
public sealed interface RoleChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.role(this);
    }

    /**
     * Creates a role.
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
