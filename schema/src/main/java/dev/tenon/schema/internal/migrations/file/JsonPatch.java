package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies the differences between two JSON trees in either direction. */
final class JsonPatch {

    private JsonPatch() {}

    /**
     * The tree after the changes.
     *
     * @throws IllegalArgumentException if they are not changes of this tree, with the path where they do not fit
     */
    static JsonValue forward(JsonValue before, List<JsonChange> changes) {
        return apply(before, changes, 0);
    }

    /**
     * The tree before the changes.
     *
     * @throws IllegalArgumentException if they are not changes that lead to this tree
     */
    static JsonValue backward(JsonValue after, List<JsonChange> changes) {
        return apply(after, changes.stream().map(JsonChange::reversed).toList(), 0);
    }

    /** Applies changes whose paths agree in the first {@code depth} keys to the value there. */
    private static JsonValue apply(JsonValue value, List<JsonChange> changes, int depth) {
        if (changes.isEmpty()) {
            return value;
        }
        JsonChange first = changes.get(0);
        if (first instanceof JsonChange.Value change && change.path().size() == depth) {
            require(changes.size() == 1, first, "is changed twice");
            require(
                    change.before().isPresent() && JsonDiff.same(change.before().get(), value),
                    first,
                    "has a" + " different value");
            return change.after().orElseThrow(() -> misfit(first, "cannot be removed"));
        }
        if (!(value instanceof JsonObject object)) {
            throw misfit(first, "has no members");
        }
        return JsonValue.object(members(object.members(), changes, depth));
    }

    private static Map<String, JsonValue> members(Map<String, JsonValue> before, List<JsonChange> changes, int depth) {
        Map<String, JsonValue> values = new LinkedHashMap<>(before);
        Map<String, List<JsonChange>> within = new LinkedHashMap<>();
        List<JsonChange.Value> added = new ArrayList<>();
        List<JsonChange.Order> orders = new ArrayList<>();
        for (JsonChange change : changes) {
            if (change instanceof JsonChange.Order order && order.path().size() == depth) {
                orders.add(order);
            } else if (change instanceof JsonChange.Value value
                    && isMember(value, depth)
                    && value.before().isEmpty()) {
                added.add(value);
            } else if (change instanceof JsonChange.Value value
                    && isMember(value, depth)
                    && value.after().isEmpty()) {
                remove(values, value);
            } else {
                within.computeIfAbsent(change.path().get(depth), key -> new ArrayList<>())
                        .add(change);
            }
        }
        within.forEach((key, inner) -> values.put(key, apply(present(values, key, inner.get(0)), inner, depth + 1)));
        List<String> keys = new ArrayList<>(values.keySet());
        orders.forEach(order -> reorder(keys, order));
        added.forEach(value ->
                require(values.put(last(value), value.after().orElseThrow()) == null, value, "already" + " exists"));
        insert(keys, added);
        Map<String, JsonValue> ordered = new LinkedHashMap<>();
        keys.forEach(key -> ordered.put(key, values.get(key)));
        return ordered;
    }

    private static boolean isMember(JsonChange.Value value, int depth) {
        return value.path().size() == depth + 1;
    }

    private static void remove(Map<String, JsonValue> values, JsonChange.Value change) {
        JsonValue removed = present(values, last(change), change);
        require(JsonDiff.same(removed, change.before().orElseThrow()), change, "has a different value");
        values.remove(last(change));
    }

    private static void reorder(List<String> keys, JsonChange.Order order) {
        require(keys.equals(order.before()), order, "has its members in a different order");
        keys.clear();
        keys.addAll(order.after());
    }

    /** Inserts each key at its index, in ascending order, because the keys before it must be inserted already. */
    private static void insert(List<String> keys, List<JsonChange.Value> added) {
        List<JsonChange.Value> ascending = added.stream()
                .sorted(Comparator.comparingInt(change -> change.at().orElse(Integer.MAX_VALUE)))
                .toList();
        for (JsonChange.Value change : ascending) {
            int at = change.at().orElse(keys.size());
            require(at <= keys.size(), change, "has fewer siblings");
            keys.add(at, last(change));
        }
    }

    private static JsonValue present(Map<String, JsonValue> values, String key, JsonChange change) {
        JsonValue value = values.get(key);
        if (value == null) {
            throw misfit(change, "does not exist");
        }
        return value;
    }

    private static String last(JsonChange change) {
        return change.path().get(change.path().size() - 1);
    }

    private static void require(boolean fits, JsonChange change, String otherwise) {
        if (!fits) {
            throw misfit(change, otherwise);
        }
    }

    private static IllegalArgumentException misfit(JsonChange change, String otherwise) {
        return new IllegalArgumentException(change.path() + " " + otherwise + " in the schema before this migration");
    }
}
