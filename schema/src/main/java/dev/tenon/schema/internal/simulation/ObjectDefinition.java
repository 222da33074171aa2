package dev.tenon.schema.internal.simulation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An object that is created.
 *
 * @param type its type
 * @param name its name
 * @param otherNames further names that it occupies
 * @param attributes its attributes
 * @param dependencies its dependencies, by the attribute that has them
 * @param key the columns that it makes unique, if all rows take part; else empty
 */
public record ObjectDefinition(
        ObjectType type,
        CatalogName name,
        List<CatalogName> otherNames,
        Map<ObjectAttribute, Object> attributes,
        Map<ObjectAttribute, List<Dependency>> dependencies,
        List<String> key) {

    public ObjectDefinition {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        otherNames = List.copyOf(otherNames);
        attributes = AttributeMap.copyOf(attributes);
        dependencies = AttributeMap.copyOf(dependencies);
        key = List.copyOf(key);
    }

    /** An object without attributes and dependencies. */
    public static ObjectDefinition of(ObjectType type, CatalogName name, CatalogName... otherNames) {
        return new ObjectDefinition(type, name, List.of(otherNames), Map.of(), Map.of(), List.of());
    }

    /** The same object with an attribute. */
    public ObjectDefinition with(ObjectAttribute attribute, Object value, List<Dependency> needed) {
        AttributeMap<Object> values = AttributeMap.copyOf(attributes).with(attribute, value);
        AttributeMap<List<Dependency>> known = AttributeMap.copyOf(dependencies);
        AttributeMap<List<Dependency>> all =
                needed.isEmpty() ? known.without(attribute) : known.with(attribute, needed);
        return new ObjectDefinition(type, name, otherNames, values, all, key);
    }

    /** The same object with an attribute that depends on nothing. */
    public ObjectDefinition with(ObjectAttribute attribute, Object value) {
        return with(attribute, value, List.of());
    }

    /** The same object as one that makes the columns unique. */
    public ObjectDefinition withKey(List<String> columns) {
        return new ObjectDefinition(type, name, otherNames, attributes, dependencies, columns);
    }

    /** Whether it depends on a key of some table. */
    boolean refersToKey() {
        return dependencies.values().stream()
                .flatMap(List::stream)
                .map(Dependency::on)
                .anyMatch(on -> on instanceof DependencyTarget.UniqueKey || on instanceof DependencyTarget.PrimaryKey);
    }
}
