package dev.tenon.runtime.internal.isolation.reach;

import java.util.Objects;

/**
 * A role whose privileges a session of the application can use.
 *
 * @param role the role
 * @param path how it is reached, from the role of the session on, as in {@code app_user → authenticated}
 */
record ReachableRole(RoleGraph.Role role, String path) {

    ReachableRole {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(path, "path");
    }

    /** Whether its privileges are not worth listing one by one, because it has nearly all. */
    boolean privileged() {
        return role.superuser() || role.predefined();
    }
}
