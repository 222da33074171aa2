package dev.tenon.schema.internal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value, limited to what Tenon's files use. Values are equal if their content is equal, regardless of their
 * position.
 */
public sealed interface JsonValue {

    /** The position at which the value was read. */
    JsonPosition at();

    /** An object with these members, in this order. */
    static JsonObject object(Map<String, ? extends JsonValue> members) {
        return new JsonObject(new LinkedHashMap<>(members), JsonPosition.NOWHERE);
    }

    static JsonArray array(List<? extends JsonValue> items) {
        return new JsonArray(List.copyOf(items), JsonPosition.NOWHERE);
    }

    static JsonText text(String value) {
        return new JsonText(value, JsonPosition.NOWHERE);
    }

    static JsonNumber number(long value) {
        return new JsonNumber(value, JsonPosition.NOWHERE);
    }

    static JsonFlag flag(boolean value) {
        return new JsonFlag(value, JsonPosition.NOWHERE);
    }

    /**
     * An object. Its members are ordered, but {@link #equals} ignores the order. The map is not copied, because copying
     * those of a large file takes as long as reading it; the caller must not change it.
     */
    record JsonObject(Map<String, JsonValue> members, JsonPosition at) implements JsonValue {
        public JsonObject {
            members = Collections.unmodifiableMap(members);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof JsonObject that && members.equals(that.members);
        }

        @Override
        public int hashCode() {
            return members.hashCode();
        }
    }

    /** An array. */
    record JsonArray(List<JsonValue> items, JsonPosition at) implements JsonValue {
        public JsonArray {
            items = List.copyOf(items);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof JsonArray that && items.equals(that.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }
    }

    /** A string. */
    record JsonText(String value, JsonPosition at) implements JsonValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof JsonText that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** A whole number. */
    record JsonNumber(long value, JsonPosition at) implements JsonValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof JsonNumber that && value == that.value;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(value);
        }
    }

    /** {@code true} or {@code false}. */
    record JsonFlag(boolean value, JsonPosition at) implements JsonValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof JsonFlag that && value == that.value;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }
    }
}
