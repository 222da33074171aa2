package dev.tenon.schema.internal.json;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes schemas and compiled snapshots as JSON in one canonical form, and reads them. */
public final class SnapshotJson {

    private static final Set<String> OUTLINE = Set.of("format", "roles", "schemas");

    private SnapshotJson() {}

    /** The schema as a JSON tree. */
    public static JsonValue tree(Schema schema) {
        return SchemaCodec.CODEC.write(schema);
    }

    /** The schema as canonical text. */
    public static String write(Schema schema) {
        return JsonWriter.write(tree(schema));
    }

    /**
     * Reads a schema from a JSON tree.
     *
     * @throws JsonException if it is invalid
     */
    public static Schema read(JsonValue tree) {
        return SchemaCodec.CODEC.read(tree);
    }

    /**
     * Reads a schema from text. Each table is created as soon as its JSON is read, so that the JSON of thousands of
     * tables is not in memory at once.
     *
     * @throws JsonException if it is invalid, with line and column
     */
    public static Schema read(String text) {
        List<Table> tables = new ArrayList<>();
        JsonValue rest =
                JsonReader.read(text, "tables", (name, json) -> tables.add(TableCodecs.TABLE.read(name, json)));
        try {
            return read(rest).withTables(tables);
        } catch (IllegalArgumentException refused) {
            throw new JsonException(rest.at(), String.valueOf(refused.getMessage()));
        }
    }

    /**
     * Reads only the roles and PostgreSQL schemas of a schema. Its text begins with them.
     *
     * @throws JsonException if the text is invalid up to there, with line and column
     */
    public static Schema readOutline(String text) {
        return read(JsonReader.beginning(text, OUTLINE));
    }

    /** A compiled snapshot as canonical text. */
    public static String writeCompiled(CompiledSnapshot compiled) {
        return JsonWriter.write(CompiledCodec.CODEC.write(compiled));
    }

    /**
     * Reads a compiled snapshot from text.
     *
     * @throws JsonException if it is invalid, with line and column
     */
    public static CompiledSnapshot readCompiled(String text) {
        return CompiledCodec.CODEC.read(JsonReader.read(text));
    }
}
