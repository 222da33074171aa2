package dev.tenon.schema.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes values of one type as JSON and reads them back.
 *
 * @param <T> the type
 */
public interface Codec<T> {

    JsonValue write(T value);

    /**
     * Reads a value.
     *
     * @throws JsonException if the JSON is not of this type, with the position of the innermost wrong value
     */
    T read(JsonValue json);

    Codec<String> TEXT = of(JsonValue::text, json -> {
        if (json instanceof JsonValue.JsonText text) {
            return text.value();
        }
        throw new JsonException(json.at(), "expected a string");
    });

    Codec<Boolean> FLAG = of(JsonValue::flag, json -> {
        if (json instanceof JsonValue.JsonFlag flag) {
            return flag.value();
        }
        throw new JsonException(json.at(), "expected true or false");
    });

    Codec<Long> NUMBER = of(JsonValue::number, json -> {
        if (json instanceof JsonValue.JsonNumber number) {
            return number.value();
        }
        throw new JsonException(json.at(), "expected a whole number");
    });

    static <T> Codec<T> of(Function<T, JsonValue> write, Function<JsonValue, T> read) {
        return new Codec<>() {
            @Override
            public JsonValue write(T value) {
                return write.apply(value);
            }

            @Override
            public T read(JsonValue json) {
                return read.apply(json);
            }
        };
    }

    /** A string that represents a value; if the value's type rejects it, the error has the string's position. */
    static <T> Codec<T> text(Function<T, String> write, Function<String, T> read) {
        return of(value -> JsonValue.text(write.apply(value)), json -> {
            String text = TEXT.read(json);
            try {
                return read.apply(text);
            } catch (IllegalArgumentException refused) {
                throw new JsonException(json.at(), "invalid value '" + text + "': " + refused.getMessage());
            }
        });
    }

    /** The constants of an enum by their names. */
    static <E extends Enum<E>> Codec<E> constant(Class<E> type) {
        return text(Enum::name, name -> Enum.valueOf(type, name));
    }

    static <T> Codec<List<T>> list(Codec<T> item) {
        return of(items -> JsonValue.array(written(item, items)), json -> {
            if (json instanceof JsonValue.JsonArray array) {
                return array.items().stream().map(item::read).toList();
            }
            throw new JsonException(json.at(), "expected an array");
        });
    }

    private static <T> List<JsonValue> written(Codec<T> codec, List<T> items) {
        List<JsonValue> written = new ArrayList<>(items.size());
        for (T item : items) {
            written.add(codec.write(item));
        }
        return written;
    }

    static <T> Codec<Optional<T>> optional(Codec<T> value) {
        return of(present -> value.write(present.orElseThrow()), json -> Optional.of(value.read(json)));
    }

    /** Members by name, sorted. */
    static <T> Codec<Map<String, T>> map(Codec<T> value) {
        return of(
                map -> {
                    Map<String, JsonValue> members = new TreeMap<>();
                    map.forEach((name, each) -> members.put(name, value.write(each)));
                    return JsonValue.object(members);
                },
                json -> {
                    Map<String, T> read = new TreeMap<>();
                    members(json).forEach((name, each) -> read.put(name, value.read(each)));
                    return read;
                });
    }

    static Map<String, JsonValue> members(JsonValue json) {
        if (json instanceof JsonValue.JsonObject object) {
            return object.members();
        }
        throw new JsonException(json.at(), "expected an object");
    }
}
