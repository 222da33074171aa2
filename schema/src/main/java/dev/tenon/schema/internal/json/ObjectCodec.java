package dev.tenon.schema.internal.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a record as an object whose members are its fields, and reads it back. A field with its default value is
 * omitted. A record that its owner stores by name gets the name from the member's key.
 *
 * @param <T> the record
 */
public final class ObjectCodec<T> implements Codec<T> {

    private final List<Field<T, ?>> fields = new ArrayList<>();
    private final Function<MemberValues, T> build;

    private ObjectCodec(Function<MemberValues, T> build) {
        this.build = build;
    }

    /** A codec without fields; {@code build} creates the record from the parsed fields. */
    public static <T> ObjectCodec<T> building(Function<MemberValues, T> build) {
        return new ObjectCodec<>(build);
    }

    /** Adds a field that is always written. */
    public <V> ObjectCodec<T> field(String name, Codec<V> codec, Function<T, V> get) {
        fields.add(new Field<>(name, codec, get, Optional.empty()));
        return this;
    }

    /** Adds a field that is omitted if it has its default value. */
    public <V> ObjectCodec<T> field(String name, Codec<V> codec, Function<T, V> get, V usual) {
        fields.add(new Field<>(name, codec, get, Optional.of(usual)));
        return this;
    }

    /** Adds a field that is omitted if it is empty. */
    public <V> ObjectCodec<T> optional(String name, Codec<V> codec, Function<T, Optional<V>> get) {
        return field(name, Codec.optional(codec), get, Optional.empty());
    }

    @Override
    public JsonValue write(T value) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Field<T, ?> field : fields) {
            field.write(value, members);
        }
        return JsonValue.object(members);
    }

    @Override
    public T read(JsonValue json) {
        return read("", json);
    }

    /** Reads a record whose name is the key of the member. */
    T read(String key, JsonValue json) {
        Map<String, JsonValue> members = Codec.members(json);
        MemberValues reading = new MemberValues(key, json.at());
        int known = 0;
        for (Field<T, ?> field : fields) {
            JsonValue member = members.get(field.name);
            known += member == null ? 0 : 1;
            reading.values.put(field.name, field.read(member, json.at()));
        }
        if (known < members.size()) {
            throw unknown(members);
        }
        try {
            return build.apply(reading);
        } catch (IllegalArgumentException refused) {
            throw new JsonException(json.at(), String.valueOf(refused.getMessage()));
        }
    }

    private JsonException unknown(Map<String, JsonValue> members) {
        Map<String, JsonValue> rest = new LinkedHashMap<>(members);
        fields.forEach(field -> rest.remove(field.name));
        Map.Entry<String, JsonValue> first = rest.entrySet().iterator().next();
        return new JsonException(
                first.getValue().at(),
                "unknown member '" + first.getKey() + "'; was the file written by a newer Tenon?");
    }

    /** A map from names to records as an object, whose members are in the list's order. */
    <K> Codec<List<T>> keyed(Function<T, K> key) {
        return Codec.of(
                records -> {
                    Map<String, JsonValue> members = new LinkedHashMap<>();
                    records.forEach(each -> members.put(key.apply(each).toString(), write(each)));
                    return JsonValue.object(members);
                },
                json -> Codec.members(json).entrySet().stream()
                        .map(member -> read(member.getKey(), member.getValue()))
                        .toList());
    }

    /** The values that were read for one record. */
    public static final class MemberValues {

        private final String key;
        private final JsonPosition at;
        private final Map<String, Object> values = new HashMap<>();

        private MemberValues(String key, JsonPosition at) {
            this.key = key;
            this.at = at;
        }

        /** The record's name; empty if its owner does not store it by name. */
        String key() {
            return key;
        }

        /** The position of the record. */
        JsonPosition at() {
            return at;
        }

        /** The value of a field, of the type that the field was declared with. */
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
        public <V> V get(String field) {
            return (V) values.get(field);
        }
    }

    private record Field<T, V>(String name, Codec<V> codec, Function<T, V> get, Optional<V> defaultValue) {

        void write(T owner, Map<String, JsonValue> members) {
            V value = get.apply(owner);
            if (defaultValue.isEmpty() || !defaultValue.get().equals(value)) {
                members.put(name, codec.write(value));
            }
        }

        V read(@org.jspecify.annotations.Nullable JsonValue json, JsonPosition owner) {
            if (json == null) {
                return defaultValue.orElseThrow(() -> new JsonException(owner, "missing member '" + name + "'"));
            }
            return codec.read(json);
        }
    }
}
