package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.internal.json.Codec;
import dev.tenon.schema.internal.json.JsonReader;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonWriter;
import dev.tenon.schema.internal.json.ObjectCodec;
import dev.tenon.schema.internal.json.SnapshotFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The changes of one migration to the schema, object by object, before and after. It converts the schema before the
 * migration to the one after it, and vice versa.
 *
 * @param changes the differences between the two schemas as JSON
 */
public record ChangeFile(List<JsonChange> changes) {

    private static final Codec<List<String>> KEYS = Codec.list(Codec.TEXT);
    private static final Codec<JsonValue> ANY = Codec.of(value -> value, json -> json);

    private static final ObjectCodec<JsonChange.Order> ORDER = ObjectCodec.<JsonChange.Order>building(
                    read -> new JsonChange.Order(List.of(), read.get("before"), read.get("after")))
            .field("before", KEYS, JsonChange.Order::before)
            .field("after", KEYS, JsonChange.Order::after);

    private static final ObjectCodec<JsonChange> CHANGE = ObjectCodec.<JsonChange>building(ChangeFile::change)
            .field("path", KEYS, JsonChange::path)
            .optional(
                    "at",
                    Codec.NUMBER,
                    change -> value(change)
                            .filter(value -> value.at().isPresent())
                            .map(value -> (long) value.at().getAsInt()))
            .optional("before", ANY, change -> value(change).flatMap(JsonChange.Value::before))
            .optional("after", ANY, change -> value(change).flatMap(JsonChange.Value::after))
            .optional(
                    "order",
                    ORDER,
                    change -> change instanceof JsonChange.Order order ? Optional.of(order) : Optional.empty());

    private static final ObjectCodec<ChangeFile> CODEC = ObjectCodec.<ChangeFile>building(
                    read -> new ChangeFile(read.get("changes")))
            .field("format", SnapshotFormat.CODEC, file -> SnapshotFormat.CURRENT)
            .field("changes", Codec.list(CHANGE), ChangeFile::changes);

    public ChangeFile {
        changes = List.copyOf(changes);
    }

    /** The changes between two schemas, both as JSON. */
    public static ChangeFile between(JsonValue before, JsonValue after) {
        return new ChangeFile(JsonDiff.between(before, after));
    }

    /**
     * The schema after the migration, from the one before it.
     *
     * @throws IllegalArgumentException if the schema is not the one before it
     */
    public JsonValue forward(JsonValue before) {
        return JsonPatch.forward(before, changes);
    }

    /**
     * The schema before the migration, from the one after it.
     *
     * @throws IllegalArgumentException if the schema is not the one after it
     */
    public JsonValue backward(JsonValue after) {
        return JsonPatch.backward(after, changes);
    }

    public String write() {
        return JsonWriter.write(CODEC.write(this));
    }

    static ChangeFile read(String text) {
        return CODEC.read(JsonReader.read(text));
    }

    /** The checksum, which reformatting the file does not change. */
    public Checksum checksum() {
        return Checksum.of(write());
    }

    private static Optional<JsonChange.Value> value(JsonChange change) {
        return change instanceof JsonChange.Value value ? Optional.of(value) : Optional.empty();
    }

    private static JsonChange change(ObjectCodec.MemberValues read) {
        List<String> path = read.get("path");
        Optional<JsonChange.Order> order = read.get("order");
        Optional<Long> at = read.get("at");
        Optional<JsonValue> before = read.get("before");
        Optional<JsonValue> after = read.get("after");
        if (order.isPresent() && (at.isPresent() || before.isPresent() || after.isPresent())) {
            throw new IllegalArgumentException("a change of order has only 'path' and 'order'");
        }
        return order.<JsonChange>map(only -> new JsonChange.Order(path, only.before(), only.after()))
                .orElseGet(() -> new JsonChange.Value(
                        path,
                        before,
                        after,
                        at.map(Long::intValue).map(OptionalInt::of).orElse(OptionalInt.empty())));
    }
}
