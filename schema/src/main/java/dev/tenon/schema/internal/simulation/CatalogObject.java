package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import dev.tenon.schema.internal.sql.parse.TypeRewriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An object of the simulated catalogs. Renames and changes alter it; its dependents keep referring to it. */
final class CatalogObject {

    /** Objects are compared by identity: an object that is dropped and created again is another one. */
    record Edge(CatalogObject from, CatalogObject on, DependencyType type) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Its position in the order of creation; PostgreSQL prefers the oldest of several unique indexes. */
    private final int age;

    private final boolean existing;

    private final Map<ObjectAttribute, Object> attributes = new EnumMap<>(ObjectAttribute.class);
    private final Map<ObjectAttribute, List<Edge>> dependencies = new EnumMap<>(ObjectAttribute.class);
    private final Set<Edge> dependents = new LinkedHashSet<>();
    private ObjectType type;
    private CatalogName name;
    private List<CatalogName> otherNames;
    private List<CatalogObject> key = List.of();
    private boolean part;
    private boolean inherited;

    CatalogObject(ObjectDefinition definition, int age, boolean existing) {
        this.age = age;
        this.existing = existing;
        this.type = definition.type();
        this.name = definition.name();
        this.otherNames = definition.otherNames();
        this.attributes.putAll(definition.attributes());
    }

    int age() {
        return age;
    }

    /** Whether it exists before the migration. */
    boolean existing() {
        return existing;
    }

    ObjectType type() {
        return type;
    }

    void type(ObjectType other) {
        type = other;
    }

    CatalogName name() {
        return name;
    }

    /** The name and the other names. */
    List<CatalogName> names() {
        List<CatalogName> names = new ArrayList<>(otherNames.size() + 1);
        names.add(name);
        names.addAll(otherNames);
        return names;
    }

    void names(List<CatalogName> names) {
        name = names.get(0);
        otherNames = List.copyOf(names.subList(1, names.size()));
    }

    Map<ObjectAttribute, Object> attributes() {
        return attributes;
    }

    /** What each attribute depends on. */
    Map<ObjectAttribute, List<Edge>> dependencies() {
        return dependencies;
    }

    Set<Edge> dependents() {
        return dependents;
    }

    /** The columns that it makes unique. */
    List<CatalogObject> key() {
        return key;
    }

    void key(List<CatalogObject> columns) {
        key = List.copyOf(columns);
    }

    /** Whether it is part of another object, and therefore not in the model. */
    boolean part() {
        return part;
    }

    void makePart() {
        part = true;
    }

    /** Whether a table has it only because its parent has it. */
    boolean inherited() {
        return inherited;
    }

    void makeInherited() {
        inherited = true;
    }

    /** Follows the rename of a temporary column or type, whose name is in its definition. */
    void follow(CatalogName before, CatalogName after) {
        attributes.replaceAll((attribute, value) -> {
            if (!(value instanceof String text)) {
                return value;
            }
            if (before.namespace() == CatalogNamespace.COLUMN) {
                return IdentifierRewriter.in(text, before.member(), after.member());
            }
            return attribute == ObjectAttribute.TYPE
                    ? text.replace(before.owner().toString(), after.owner().toString())
                    : TableDefinitions.withoutDefaultSchema(TypeRewriter.in(text, before.owner(), after.owner()));
        });
    }

    @Override
    public String toString() {
        return type == ObjectType.INDEX ? "index " + name.owner().display() : name.toString();
    }
}
