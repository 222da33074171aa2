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
     * The roles and PostgreSQL schemas that it names, as a schema that need not have anything else. Nobody has compared it with
     * the journal yet.
     *
     * @throws MigrationDirectoryException if the snapshot is broken up to there
     */
    public Schema outline() {
        return outline.get();
    }

    /**
     * The whole schema.
     *
     * @throws MigrationDirectoryException if the snapshot is missing, broken or not the journal's
     */
    public Schema schema() {
        return schema.get();
    }
}
