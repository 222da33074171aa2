package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.Objects;

/**
 * A name in one of PostgreSQL's namespaces.
 *
 * @param namespace the namespace
 * @param owner the object, or the table, view or type that it is a member of
 * @param member the name within the owner, or the parameters of a routine; empty for others
 */
public record CatalogName(CatalogNamespace namespace, QualifiedName owner, String member) implements DependencyTarget {

    public CatalogName {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(member, "member");
    }

    public static CatalogName role(String name) {
        return global(CatalogNamespace.ROLE, name);
    }

    public static CatalogName schema(String name) {
        return global(CatalogNamespace.SCHEMA, name);
    }

    public static CatalogName extension(String name) {
        return global(CatalogNamespace.EXTENSION, name);
    }

    public static CatalogName relation(QualifiedName name) {
        return new CatalogName(CatalogNamespace.RELATION, name, "");
    }

    public static CatalogName type(QualifiedName name) {
        return new CatalogName(CatalogNamespace.TYPE, name, "");
    }

    public static CatalogName routine(QualifiedName name, String parameters) {
        return new CatalogName(CatalogNamespace.ROUTINE, name, parameters);
    }

    public static CatalogName column(QualifiedName table, String column) {
        return new CatalogName(CatalogNamespace.COLUMN, table, column);
    }

    public static CatalogName label(QualifiedName type, String label) {
        return new CatalogName(CatalogNamespace.LABEL, type, label);
    }

    public static CatalogName constraint(QualifiedName table, String constraint) {
        return new CatalogName(CatalogNamespace.CONSTRAINT, table, constraint);
    }

    public static CatalogName policy(QualifiedName table, String policy) {
        return new CatalogName(CatalogNamespace.POLICY, table, policy);
    }

    public static CatalogName trigger(QualifiedName table, String trigger) {
        return new CatalogName(CatalogNamespace.TRIGGER, table, trigger);
    }

    public static CatalogName rule(QualifiedName table, String rule) {
        return new CatalogName(CatalogNamespace.RULE, table, rule);
    }

    /** The privileges of a kind of a role on an object. */
    public static CatalogName privilege(ObjectPath on, String grantee, String privilege) {
        // A schema is no relation, and its privileges do not follow a relation of its name.
        QualifiedName owner = on.kind() == ObjectPath.Kind.SCHEMA
                ? new QualifiedName("pg_namespace", on.owner().name())
                : on.owner();
        return new CatalogName(CatalogNamespace.PRIVILEGE, owner, privilege + " of " + grantee);
    }

    public static CatalogName object(QualifiedName name, String kind) {
        return new CatalogName(CatalogNamespace.OBJECT, name, kind);
    }

    /** The same name of another owner. */
    CatalogName withOwner(QualifiedName other) {
        return new CatalogName(namespace, other, member);
    }

    private static CatalogName global(CatalogNamespace namespace, String name) {
        return new CatalogName(namespace, new QualifiedName(QualifiedName.DEFAULT_SCHEMA, name), "");
    }

    /** Namespace and name, for example {@code constraint child.child_parent_id_fkey}. */
    @Override
    public String toString() {
        if (namespace == CatalogNamespace.ROUTINE) {
            return "routine " + owner.display() + member;
        }
        if (namespace == CatalogNamespace.OBJECT) {
            return member + " " + owner.display();
        }
        return namespace + " " + owner.display() + (member.isEmpty() ? "" : "." + member);
    }
}
