package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.json.Codec;
import dev.tenon.schema.internal.json.JsonException;
import dev.tenon.schema.internal.json.JsonPosition;
import dev.tenon.schema.internal.json.JsonReader;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonWriter;
import dev.tenon.schema.internal.json.ObjectCodec;
import dev.tenon.schema.internal.json.SnapshotFormat;
import java.util.List;

/**
 * The journal as canonical JSON, one attribute per line. Two branches that each add a migration change the same lines,
 * so merging them is a conflict.
 */
public final class JournalFile {

    private static final Codec<Checksum> CHECKSUM = Codec.text(Checksum::text, Checksum::new);

    private static final Codec<Integer> NUMBER = Codec.of(number -> Codec.NUMBER.write(number.longValue()), json -> {
        long number = Codec.NUMBER.read(json);
        if (number < 1 || number > MigrationName.LAST) {
            throw new JsonException(json.at(), number + " is not a valid migration number");
        }
        return (int) number;
    });

    private static final ObjectCodec<ReplacedMigration> REPLACED = ObjectCodec.<ReplacedMigration>building(
                    read -> new ReplacedMigration(
                            new MigrationName(read.<Integer>get("number"), read.get("name")), read.get("hash")))
            .field("number", NUMBER, each -> each.migration().number())
            .field("name", Codec.TEXT, each -> each.migration().name())
            .field("hash", CHECKSUM, ReplacedMigration::hash);

    private static final ObjectCodec<JournalEntry> ENTRY = ObjectCodec.<JournalEntry>building(read -> new JournalEntry(
                    new MigrationName(read.<Integer>get("number"), read.get("name")),
                    read.get("parent"),
                    read.get("generated"),
                    read.get("manual"),
                    read.get("snapshot"),
                    read.get("changes"),
                    read.get("replaces"),
                    read.get("hash")))
            .field("number", NUMBER, entry -> entry.migration().number())
            .field("name", Codec.TEXT, entry -> entry.migration().name())
            .optional("parent", CHECKSUM, JournalEntry::parent)
            .optional("generated", CHECKSUM, JournalEntry::generated)
            .optional("manual", CHECKSUM, JournalEntry::manual)
            .field("snapshot", CHECKSUM, JournalEntry::snapshot)
            .field("changes", CHECKSUM, JournalEntry::changes)
            .field("replaces", Codec.list(REPLACED), JournalEntry::replaces, List.of())
            .field("hash", CHECKSUM, JournalEntry::hash);

    private static final ObjectCodec<Journal> CODEC = ObjectCodec.<Journal>building(
                    read -> new Journal(read.get("migrations")))
            .field("format", SnapshotFormat.CODEC, journal -> SnapshotFormat.CURRENT)
            .field("migrations", Codec.list(ENTRY), Journal::entries);

    private JournalFile() {}

    public static String write(Journal journal) {
        return JsonWriter.write(CODEC.write(journal));
    }

    public static Journal read(String text) {
        return CODEC.read(JsonReader.read(text));
    }

    /** The positions of the entries in the text of a valid journal. */
    public static List<JsonPosition> places(String text) {
        JsonValue migrations = Codec.members(JsonReader.read(text)).get("migrations");
        return migrations instanceof JsonValue.JsonArray array
                ? array.items().stream().map(JsonValue::at).toList()
                : List.of();
    }
}
