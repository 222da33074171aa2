package dev.tenon.cli.baseline;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.internal.json.JsonException;
import dev.tenon.schema.internal.json.JsonReader;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonValue.JsonArray;
import dev.tenon.schema.internal.json.JsonValue.JsonNumber;
import dev.tenon.schema.internal.json.JsonValue.JsonObject;
import dev.tenon.schema.internal.json.JsonValue.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads Drizzle's journal, which lists its migrations. */
final class DrizzleJournal {

    private DrizzleJournal() {}

    /** Returns their tags, by the timestamps that identify them in the database. */
    static Map<String, String> read(Path file) {
        Map<String, String> tags = new TreeMap<>();
        try {
            if (JsonReader.read(Files.readString(file)) instanceof JsonObject journal
                    && journal.members().get("entries") instanceof JsonArray entries) {
                for (JsonValue each : entries.items()) {
                    if (each instanceof JsonObject entry
                            && entry.members().get("when") instanceof JsonNumber when
                            && entry.members().get("tag") instanceof JsonText tag) {
                        tags.put(Long.toString(when.value()), tag.value());
                    } else {
                        throw noJournal(file, "an entry has no 'when' or no 'tag'");
                    }
                }
                return tags;
            }
        } catch (IOException | JsonException unreadable) {
            throw noJournal(file, String.valueOf(unreadable.getMessage()));
        }
        throw noJournal(file, "it has no 'entries'");
    }

    private static RuntimeException noJournal(Path file, String why) {
        return new Fault(
                        FaultCode.USAGE,
                        file + " is not a Drizzle journal: " + why,
                        "specify the path of its meta/_journal.json with --known")
                .exception();
    }
}
