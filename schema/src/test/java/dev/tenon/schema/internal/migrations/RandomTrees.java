package dev.tenon.schema.internal.migrations;

import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Generates random JSON objects, and variants that differ from them in a few places. */
public final class RandomTrees {

    private final Random random;

    public RandomTrees(Random random) {
        this.random = random;
    }

    public JsonObject object(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            members.put(key(), value(depth + 1));
        }
        return JsonValue.object(members);
    }

    /** The same object with members added, removed, replaced and moved, at this and deeper levels. */
    public JsonObject edited(JsonObject object, int depth) {
        List<String> keys = new ArrayList<>(object.members().keySet());
        Map<String, JsonValue> values = new LinkedHashMap<>(object.members());
        int edits = random.nextInt(4);
        for (int i = 0; i < edits; i++) {
            edit(keys, values, depth);
        }
        Map<String, JsonValue> edited = new LinkedHashMap<>();
        for (String key : keys) {
            JsonValue value = Objects.requireNonNull(values.get(key));
            boolean further = random.nextInt(3) == 0;
            edited.put(key, further && value instanceof JsonObject inner ? edited(inner, depth + 1) : value);
        }
        return JsonValue.object(edited);
    }

    private void edit(List<String> keys, Map<String, JsonValue> values, int depth) {
        String key = key();
        switch (random.nextInt(5)) {
            case 0 -> Collections.shuffle(keys, random);
            case 1 -> {
                keys.remove(key);
                values.remove(key);
            }
            default -> {
                if (values.put(key, value(depth + 1)) == null) {
                    keys.add(random.nextInt(keys.size() + 1), key);
                }
            }
        }
    }

    private JsonValue value(int depth) {
        return switch (random.nextInt(depth > 6 ? 4 : 7)) {
            case 0 -> JsonValue.text(key());
            case 1 -> JsonValue.number(random.nextInt(3));
            case 2 -> JsonValue.flag(random.nextBoolean());
            case 3 -> JsonValue.array(List.of(JsonValue.text(key()), JsonValue.number(random.nextInt(3))));
            case 4 -> JsonValue.array(List.of(object(depth), object(depth)));
            default -> object(depth);
        };
    }

    private String key() {
        return String.valueOf((char) ('a' + random.nextInt(9)));
    }
}
