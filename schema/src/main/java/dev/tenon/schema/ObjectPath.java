package dev.tenon.schema;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the object of a schema that a finding, change, acceptance or difference is about.
 *
 * @param kind the kind of the object
 * @param owner the table, type or other schema-level object; for objects without a schema, the default schema and their name
 * @param member the column, constraint, label, … of the owner; empty for the owner itself
 */
public record ObjectPath(Kind kind, QualifiedName owner, String member) implements Comparable<ObjectPath> {

    /** The kind of an object. */
    public enum Kind {
        ROLE,
        SCHEMA,
        EXTENSION,
        ENUM,
        LABEL,
        SEQUENCE,
        TABLE,
        PARTITION,
        COLUMN,
        CONSTRAINT,
        INDEX,
        POLICY,
        GRANT,
        VIEW,
        OBJECT,
        TENANCY;

        /** The kind as printed in diagnostics and acceptances, in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ObjectPath {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(member, "member");
    }

    public static ObjectPath role(String name) {
        return new ObjectPath(Kind.ROLE, new QualifiedName(QualifiedName.DEFAULT_SCHEMA, name), "");
    }

    public static ObjectPath namespace(String name) {
        return new ObjectPath(Kind.SCHEMA, new QualifiedName(QualifiedName.DEFAULT_SCHEMA, name), "");
    }

    public static ObjectPath extension(String name) {
        return new ObjectPath(Kind.EXTENSION, new QualifiedName(QualifiedName.DEFAULT_SCHEMA, name), "");
    }

    public static ObjectPath enumType(QualifiedName name) {
        return new ObjectPath(Kind.ENUM, name, "");
    }

    public static ObjectPath label(QualifiedName enumType, String label) {
        return new ObjectPath(Kind.LABEL, enumType, label);
    }

    public static ObjectPath sequence(QualifiedName name) {
        return new ObjectPath(Kind.SEQUENCE, name, "");
    }

    public static ObjectPath table(QualifiedName name) {
        return new ObjectPath(Kind.TABLE, name, "");
    }

    public static ObjectPath partition(QualifiedName table, String partition) {
        return new ObjectPath(Kind.PARTITION, table, partition);
    }

    public static ObjectPath column(QualifiedName table, String column) {
        return new ObjectPath(Kind.COLUMN, table, column);
    }

    public static ObjectPath constraint(QualifiedName table, String constraint) {
        return new ObjectPath(Kind.CONSTRAINT, table, constraint);
    }

    public static ObjectPath index(QualifiedName table, String index) {
        return new ObjectPath(Kind.INDEX, table, index);
    }

    public static ObjectPath policy(QualifiedName table, String policy) {
        return new ObjectPath(Kind.POLICY, table, policy);
    }

    public static ObjectPath grant(QualifiedName object, String grantee) {
        return new ObjectPath(Kind.GRANT, object, grantee);
    }

    public static ObjectPath view(QualifiedName name) {
        return new ObjectPath(Kind.VIEW, name, "");
    }

    /** A SQL-defined object. */
    public static ObjectPath object(QualifiedName name) {
        return new ObjectPath(Kind.OBJECT, name, "");
    }

    /** The tenancy of the whole schema. */
    public static ObjectPath tenancy() {
        return new ObjectPath(Kind.TENANCY, new QualifiedName(QualifiedName.DEFAULT_SCHEMA, "tenancy"), "");
    }

    /** The object's own name: the name of a member without its owner, or the display name of the owner. */
    public String name() {
        return member.isEmpty() ? owner.display() : PrintableText.of(member);
    }

    /** The object's name without its kind, for example {@code research_plan.notes}. */
    public String display() {
        return member.isEmpty() ? owner.display() : owner.display() + "." + PrintableText.of(member);
    }

    @Override
    public int compareTo(ObjectPath other) {
        int byOwner = owner.compareTo(other.owner);
        int byKind = byOwner == 0 ? kind.compareTo(other.kind) : byOwner;
        return byKind == 0 ? member.compareTo(other.member) : byKind;
    }

    /**
     * Written by hand, like {@link #hashCode()}, for speed: every object and attribute that is read is looked up by its
     * path.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectPath that
                && kind == that.kind
                && member.equals(that.member)
                && owner.equals(that.owner);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * owner.hashCode() + member.hashCode()) + kind.name().hashCode();
    }

    /** Kind and name, for example {@code column research_plan.notes}. */
    @Override
    public String toString() {
        return kind.text() + " " + display();
    }
}
