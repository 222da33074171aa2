package dev.tenon.schema.internal.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The members of a small JSON object, in their order. A file of a large schema has hundreds of thousands of such
 * objects, which as hash tables would take several times the memory.
 */
final class ArrayMap extends AbstractMap<String, JsonValue> {

    private final String[] names;
    private final JsonValue[] values;

    ArrayMap(Map<String, JsonValue> members) {
        this.names = members.keySet().toArray(String[]::new);
        this.values = members.values().toArray(JsonValue[]::new);
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public Set<Map.Entry<String, JsonValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, JsonValue>> iterator() {
                return IntStream.range(0, names.length)
                        .mapToObj(i -> Map.entry(names[i], values[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }
}
