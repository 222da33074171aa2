package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of a database to read.
 *
 * @param namespaces the PostgreSQL schemas, with all tables and enum types in them
 * @param roles the roles to read in addition to those in policies and grants
 */
public record CatalogScope(Set<String> namespaces, Set<String> roles) {

    public CatalogScope {
        namespaces = Set.copyOf(namespaces);
        roles = Set.copyOf(roles);
    }

    /** Returns a scope of whole PostgreSQL schemas. */
    public static CatalogScope of(Set<String> namespaces) {
        return new CatalogScope(namespaces, Set.of());
    }

    /** Returns a scope with all schemas and roles that the snapshot names. */
    public static CatalogScope of(Schema snapshot) {
        Set<String> namespaces = new TreeSet<>();
        snapshot.namespaces().stream().map(Namespace::name).forEach(namespaces::add);
        snapshot.tables().stream().map(Table::name).forEach(name -> namespaces.add(name.schema()));
        snapshot.enums().stream().map(EnumType::name).forEach(name -> namespaces.add(name.schema()));
        snapshot.sequences().stream().map(Sequence::name).forEach(name -> namespaces.add(name.schema()));
        snapshot.views().stream().map(View::name).forEach(name -> namespaces.add(name.schema()));
        Set<String> roles = new TreeSet<>();
        snapshot.roles().stream().map(Role::name).forEach(roles::add);
        return new CatalogScope(namespaces, roles);
    }
}
