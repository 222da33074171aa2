package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.Leftover;
import dev.tenon.schema.internal.json.Codec;
import dev.tenon.schema.internal.json.JsonReader;
import dev.tenon.schema.internal.json.JsonWriter;
import dev.tenon.schema.internal.json.ObjectCodec;
import dev.tenon.schema.internal.json.SnapshotFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The leftovers that reviewers accepted, as canonical JSON: what databases have beyond their snapshot. Databases may have
 * different ones, so the file contains all of them, and each history says which its database has.
 */
public final class LeftoversFile {

    /** One leftover may have several definitions, in different databases. */
    private static final Comparator<Leftover> ORDER =
            Comparator.<Leftover>naturalOrder().thenComparing(Leftover::definition);

    private static final ObjectCodec<Leftover> LEFTOVER = ObjectCodec.<Leftover>building(read -> new Leftover(
                    read.get("kind"), read.get("identity"), read.get("description"), read.get("definition")))
            .field("identity", Codec.TEXT, Leftover::identity)
            .field("kind", Codec.TEXT, Leftover::kind)
            .field("description", Codec.TEXT, Leftover::description)
            .field("definition", Codec.TEXT, Leftover::definition);

    private static final ObjectCodec<List<Leftover>> CODEC = ObjectCodec.<List<Leftover>>building(
                    read -> read.get("leftovers"))
            .field("format", SnapshotFormat.CODEC, leftovers -> SnapshotFormat.CURRENT)
            .field("leftovers", Codec.list(LEFTOVER), leftovers -> leftovers);

    private LeftoversFile() {}

    /** Writes the leftovers, sorted and each once. */
    public static String write(Collection<Leftover> leftovers) {
        TreeSet<Leftover> sorted = new TreeSet<>(ORDER);
        sorted.addAll(leftovers);
        return JsonWriter.write(CODEC.write(List.copyOf(sorted)));
    }

    /** Reads the leftovers. */
    public static List<Leftover> read(String text) {
        return CODEC.read(JsonReader.read(text));
    }
}
