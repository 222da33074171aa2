package dev.tenon.schema.internal.simulation;

import java.util.Collections;
import java.util.EnumMap;
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
        attributes = ordered(attributes);
        dependencies = ordered(dependencies);
        key = List.copyOf(key);
    }

    /** In the order of the attributes, so that messages do not depend on hash codes. */
    private static <T> Map<ObjectAttribute, T> ordered(Map<ObjectAttribute, T> values) {
        Map<ObjectAttribute, T> copy = new EnumMap<>(ObjectAttribute.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    /** An object without attributes and dependencies. */
    public static ObjectDefinition of(ObjectType type, CatalogName name, CatalogName... otherNames) {
        return new ObjectDefinition(type, name, List.of(otherNames), Map.of(), Map.of(), List.of());
    }

    /** The same object with an attribute. */
    public ObjectDefinition with(ObjectAttribute attribute, Object value, List<Dependency> needed) {
        Map<ObjectAttribute, Object> values = new EnumMap<>(ObjectAttribute.class);
        values.putAll(attributes);
        values.put(attribute, value);
        Map<ObjectAttribute, List<Dependency>> all = new EnumMap<>(ObjectAttribute.class);
        all.putAll(dependencies);
        if (needed.isEmpty()) {
            all.remove(attribute);
        } else {
            all.put(attribute, needed);
        }
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
