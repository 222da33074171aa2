package dev.tenon.schema.internal.simulation;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An immutable map in the order of the attributes, so that messages do not depend on hash codes. */
final class AttributeMap<T> extends AbstractMap<ObjectAttribute, T> {

    private final EnumMap<ObjectAttribute, T> values;

    private AttributeMap(EnumMap<ObjectAttribute, T> values) {
        this.values = values;
    }

    /** The map itself if it is immutable already, or a copy. */
    static <T> AttributeMap<T> copyOf(Map<ObjectAttribute, T> map) {
        if (map instanceof AttributeMap<T> immutable) {
            return immutable;
        }
        EnumMap<ObjectAttribute, T> values = new EnumMap<>(ObjectAttribute.class);
        values.putAll(map);
        return new AttributeMap<>(values);
    }

    /** The same map with another value of an attribute. */
    AttributeMap<T> with(ObjectAttribute attribute, T value) {
        EnumMap<ObjectAttribute, T> others = values.clone();
        others.put(attribute, value);
        return new AttributeMap<>(others);
    }

    /** The same map without an attribute. */
    AttributeMap<T> without(ObjectAttribute attribute) {
        if (!values.containsKey(attribute)) {
            return this;
        }
        EnumMap<ObjectAttribute, T> others = values.clone();
        others.remove(attribute);
        return new AttributeMap<>(others);
    }

    @Override
    public boolean containsKey(Object attribute) {
        return values.containsKey(attribute);
    }

    @Override
    public @Nullable T get(Object attribute) {
        return values.get(attribute);
    }

    @Override
    public Set<Entry<ObjectAttribute, T>> entrySet() {
        return Collections.unmodifiableMap(values).entrySet();
    }
}
