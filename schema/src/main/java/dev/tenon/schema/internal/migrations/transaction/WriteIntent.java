package dev.tenon.schema.internal.migrations.transaction;

import dev.tenon.schema.internal.json.Codec;
import dev.tenon.schema.internal.json.JsonReader;
import dev.tenon.schema.internal.json.JsonWriter;
import dev.tenon.schema.internal.json.ObjectCodec;
import dev.tenon.schema.internal.json.SnapshotFormat;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import java.util.List;
import java.util.Optional;

/**
 * The record of a write on disk while the write runs. It allows another process to undo the write, or to see that it
 * was completed.
 *
 * @param targets the files, the journal last
 */
record WriteIntent(List<Target> targets) {

    /** Its path during a write. */
    static final String FILE = MigrationFiles.META + "/.tenon-write.json";

    private static final Codec<Checksum> CHECKSUM = Codec.text(Checksum::text, Checksum::new);

    private static final ObjectCodec<Target> TARGET = ObjectCodec.<Target>building(
                    read -> new Target(read.get("file"), read.get("before"), read.get("after")))
            .field("file", Codec.TEXT, Target::file)
            .optional("before", CHECKSUM, Target::before)
            .optional("after", CHECKSUM, Target::after);

    private static final ObjectCodec<WriteIntent> CODEC = ObjectCodec.<WriteIntent>building(
                    read -> new WriteIntent(read.get("files")))
            .field("format", SnapshotFormat.CODEC, intent -> SnapshotFormat.CURRENT)
            .field("files", Codec.list(TARGET), WriteIntent::targets);

    WriteIntent {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a write has files");
        }
    }

    /**
     * One file.
     *
     * @param file the file, relative to the directory
     * @param before the checksum of its bytes before; empty if it does not exist
     * @param after the checksum of its bytes after; empty if it is removed
     */
    record Target(String file, Optional<Checksum> before, Optional<Checksum> after) {

        /** The path of the new content until it replaces the old one. */
        String newFile() {
            return beside(".tenon-new");
        }

        /** The path of the old content until the write is complete. */
        String oldFile() {
            return beside(".tenon-old");
        }

        private String beside(String suffix) {
            int name = file.lastIndexOf('/') + 1;
            return file.substring(0, name) + "." + file.substring(name) + suffix;
        }
    }

    /** The journal. Replacing it is the commit point. */
    Target commit() {
        return targets.get(targets.size() - 1);
    }

    String write() {
        return JsonWriter.write(CODEC.write(this));
    }

    static WriteIntent read(String text) {
        return CODEC.read(JsonReader.read(text));
    }
}
