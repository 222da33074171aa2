package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonValue.JsonArray;
import dev.tenon.schema.internal.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the differences between two JSON trees, including the order of members. Differences are reported object by
 * object down to {@value #DEPTH} keys (a column, constraint or index of a table), and as a whole below.
 */
final class JsonDiff {

    /** The length of the longest path. */
    static final int DEPTH = 4;

    private final List<JsonChange> changes = new ArrayList<>();

    private JsonDiff() {}

    /** The differences, in the order in which the trees are walked; none if both are written as the same text. */
    static List<JsonChange> between(JsonValue before, JsonValue after) {
        JsonDiff diff = new JsonDiff();
        diff.compare(List.of(), before, after);
        return List.copyOf(diff.changes);
    }

    /** Whether two values are written as the same text; {@code equals} ignores the order of members. */
    static boolean same(JsonValue one, JsonValue other) {
        if (one instanceof JsonObject a && other instanceof JsonObject b) {
            return List.copyOf(a.members().keySet())
                            .equals(List.copyOf(b.members().keySet()))
                    && same(
                            List.copyOf(a.members().values()),
                            List.copyOf(b.members().values()));
        }
        if (one instanceof JsonArray a && other instanceof JsonArray b) {
            return same(a.items(), b.items());
        }
        return one.equals(other);
    }

    private static boolean same(List<JsonValue> one, List<JsonValue> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = same(one.get(i), other.get(i));
        }
        return same;
    }

    private void compare(List<String> path, JsonValue before, JsonValue after) {
        if (path.size() < DEPTH && before instanceof JsonObject a && after instanceof JsonObject b) {
            members(path, a.members(), b.members());
        } else if (!same(before, after)) {
            changes.add(new JsonChange.Value(path, Optional.of(before), Optional.of(after), OptionalInt.empty()));
        }
    }

    private void members(List<String> path, Map<String, JsonValue> before, Map<String, JsonValue> after) {
        List<String> common = common(before, after);
        List<String> commonAfter = common(after, before);
        onlyIn(path, before, after, true);
        if (!common.equals(commonAfter)) {
            changes.add(new JsonChange.Order(path, common, commonAfter));
        }
        onlyIn(path, after, before, false);
        after.forEach((key, value) -> {
            JsonValue old = before.get(key);
            if (old != null) {
                compare(child(path, key), old, value);
            }
        });
    }

    /** Adds the members that only {@code here} has, each with its index unless no common member follows it. */
    private void onlyIn(List<String> path, Map<String, JsonValue> here, Map<String, JsonValue> there, boolean removed) {
        int commonLeft = common(here, there).size();
        int index = 0;
        for (Map.Entry<String, JsonValue> member : here.entrySet()) {
            if (there.containsKey(member.getKey())) {
                commonLeft--;
            } else {
                OptionalInt at = commonLeft > 0 ? OptionalInt.of(index) : OptionalInt.empty();
                Optional<JsonValue> value = Optional.of(member.getValue());
                Optional<JsonValue> nothing = Optional.empty();
                changes.add(new JsonChange.Value(
                        child(path, member.getKey()), removed ? value : nothing, removed ? nothing : value, at));
            }
            index++;
        }
    }

    private static List<String> common(Map<String, JsonValue> keysOf, Map<String, JsonValue> other) {
        return keysOf.keySet().stream().filter(other::containsKey).toList();
    }

    private static List<String> child(List<String> path, String key) {
        List<String> child = new ArrayList<>(path);
        child.add(key);
        return child;
    }
}
