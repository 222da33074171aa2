package dev.tenon.schema.history;

import dev.tenon.schema.Schema;
import dev.tenon.schema.json.JsonReader;
import dev.tenon.schema.json.JsonValue;
import dev.tenon.schema.json.JsonWriter;
import dev.tenon.schema.json.Snapshots;

/** The file with the schema after the newest migration. It can be large, so each view of it is computed once. */
final class SnapshotFile {

    private final DirectoryFiles files;
    private final String text;

    SnapshotFile(DirectoryFiles files, String text) {
        this.files = files;
        this.text = text;
    }

    /**
     * Whether it has the checksum, which reformatting the file does not change.
     *
     * @throws HistoryException if it is no snapshot
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
     * @throws HistoryException if it is broken
     */
    JsonValue tree() {
        return files.parsed(MigrationFiles.SNAPSHOT, text, JsonReader::read);
    }

    /**
     * The schema.
     *
     * @throws HistoryException if it is none
     */
    Schema schema() {
        return files.parsed(MigrationFiles.SNAPSHOT, text, Snapshots::read);
    }

    /**
     * Its roles and PostgreSQL schemas, as a schema that has nothing else.
     *
     * @throws HistoryException if it is broken up to there
     */
    Schema outline() {
        return files.parsed(MigrationFiles.SNAPSHOT, text, Snapshots::readOutline);
    }
}
