package dev.tenon.schema.history;

import dev.tenon.schema.json.Codec;
import dev.tenon.schema.json.Format;
import dev.tenon.schema.json.JsonReader;
import dev.tenon.schema.json.JsonValue;
import dev.tenon.schema.json.JsonWriter;
import dev.tenon.schema.json.ObjectCodec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The changes of one migration to the schema, object by object, before and after. It converts the schema before the
 * migration to the one after it, and vice versa.
 *
 * @param changes the differences between the two schemas as JSON
 */
record ChangeFile(List<TreeChange> changes) {

    private static final Codec<List<String>> KEYS = Codec.list(Codec.TEXT);
    private static final Codec<JsonValue> ANY = Codec.of(value -> value, json -> json);

    private static final ObjectCodec<TreeChange.Order> ORDER = ObjectCodec.<TreeChange.Order>building(
                    read -> new TreeChange.Order(List.of(), read.get("before"), read.get("after")))
            .field("before", KEYS, TreeChange.Order::before)
            .field("after", KEYS, TreeChange.Order::after);

    private static final ObjectCodec<TreeChange> CHANGE = ObjectCodec.<TreeChange>building(ChangeFile::change)
            .field("path", KEYS, TreeChange::path)
            .optional(
                    "at",
                    Codec.NUMBER,
                    change -> value(change)
                            .filter(value -> value.at().isPresent())
                            .map(value -> (long) value.at().getAsInt()))
            .optional("before", ANY, change -> value(change).flatMap(TreeChange.Value::before))
            .optional("after", ANY, change -> value(change).flatMap(TreeChange.Value::after))
            .optional(
                    "order",
                    ORDER,
                    change -> change instanceof TreeChange.Order order ? Optional.of(order) : Optional.empty());

    private static final ObjectCodec<ChangeFile> CODEC = ObjectCodec.<ChangeFile>building(
                    read -> new ChangeFile(read.get("changes")))
            .field("format", Format.CODEC, file -> Format.CURRENT)
            .field("changes", Codec.list(CHANGE), ChangeFile::changes);

    ChangeFile {
        changes = List.copyOf(changes);
    }

    /** What changes from one schema to another, both as JSON. */
    static ChangeFile between(JsonValue before, JsonValue after) {
        return new ChangeFile(TreeDiff.between(before, after));
    }

    /**
     * The schema after the migration, from the one before it.
     *
     * @throws IllegalArgumentException if the schema is not the one before it
     */
    JsonValue forward(JsonValue before) {
        return TreePatch.forward(before, changes);
    }

    /**
     * The schema before the migration, from the one after it.
     *
     * @throws IllegalArgumentException if the schema is not the one after it
     */
    JsonValue backward(JsonValue after) {
        return TreePatch.backward(after, changes);
    }

    String write() {
        return JsonWriter.write(CODEC.write(this));
    }

    static ChangeFile read(String text) {
        return CODEC.read(JsonReader.read(text));
    }

    /** The checksum, which reformatting the file does not change. */
    Checksum checksum() {
        return Checksum.of(write());
    }

    private static Optional<TreeChange.Value> value(TreeChange change) {
        return change instanceof TreeChange.Value value ? Optional.of(value) : Optional.empty();
    }

    private static TreeChange change(ObjectCodec.Reading read) {
        List<String> path = read.get("path");
        Optional<TreeChange.Order> order = read.get("order");
        Optional<Long> at = read.get("at");
        Optional<JsonValue> before = read.get("before");
        Optional<JsonValue> after = read.get("after");
        if (order.isPresent() && (at.isPresent() || before.isPresent() || after.isPresent())) {
            throw new IllegalArgumentException("a change of order has only 'path' and 'order'");
        }
        return order.<TreeChange>map(only -> new TreeChange.Order(path, only.before(), only.after()))
                .orElseGet(() -> new TreeChange.Value(
                        path,
                        before,
                        after,
                        at.map(Long::intValue).map(OptionalInt::of).orElse(OptionalInt.empty())));
    }
}
