package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.Schema;
import java.util.function.Supplier;

/** The schema after the newest migration. Its first part is available before the rest of a large file is read. */
public final class LatestSnapshot {

    private final Supplier<Schema> outline;
    private final Supplier<Schema> schema;

    public LatestSnapshot(Supplier<Schema> outline, Supplier<Schema> schema) {
        this.outline = outline;
        this.schema = schema;
    }

    /**
     * A schema with the roles and PostgreSQL schemas, and possibly without anything else. It was not compared with the
     * journal.
     *
     * @throws MigrationDirectoryException if the snapshot is broken up to there
     */
    public Schema outline() {
        return outline.get();
    }

    /**
     * The whole schema.
     *
     * @throws MigrationDirectoryException if the snapshot is missing, broken or does not match the journal
     */
    public Schema schema() {
        return schema.get();
    }
}
