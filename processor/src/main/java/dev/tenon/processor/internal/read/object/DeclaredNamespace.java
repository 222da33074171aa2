package dev.tenon.processor.internal.read.object;

import java.util.Set;

/**
 * The roles to which a package grants the privileges of a PostgreSQL schema.
 *
 * @param users the roles with USAGE
 * @param creators the roles with CREATE
 */
public record DeclaredNamespace(Set<String> users, Set<String> creators) {

    public DeclaredNamespace {
        users = Set.copyOf(users);
        creators = Set.copyOf(creators);
    }
}
