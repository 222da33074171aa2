package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.JsonReader;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonWriter;
import dev.tenon.schema.internal.json.SnapshotJson;

/** The file with the schema after the newest migration. It can be large, so it is parsed only as far as necessary. */
public final class SnapshotFile {

    private final DirectoryFiles files;
    private final String text;

    SnapshotFile(DirectoryFiles files, String text) {
        this.files = files;
        this.text = text;
    }

    /**
     * Whether it has the checksum, which reformatting the file does not change.
     *
     * @throws MigrationDirectoryException if it is not a snapshot
     */
    boolean has(Checksum checksum) {
        if (Checksum.of(text).equals(checksum)) {
            return true;
        }
        schema();
        return Checksum.of(JsonWriter.write(tree())).equals(checksum);
    }

    /**
     * The JSON.
     *
     * @throws MigrationDirectoryException if it is broken
     */
    public JsonValue tree() {
        return files.parsed(MigrationFiles.SNAPSHOT, text, JsonReader::read);
    }

    /**
     * The schema.
     *
     * @throws MigrationDirectoryException if it is not a snapshot
     */
    public Schema schema() {
        return files.parsed(MigrationFiles.SNAPSHOT, text, SnapshotJson::read);
    }

    /**
     * Its roles and PostgreSQL schemas, as a schema without anything else.
     *
     * @throws MigrationDirectoryException if it is broken up to there
     */
    public Schema outline() {
        return files.parsed(MigrationFiles.SNAPSHOT, text, SnapshotJson::readOutline);
    }
}
