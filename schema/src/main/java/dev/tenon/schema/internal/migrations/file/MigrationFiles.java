package dev.tenon.schema.internal.migrations.file;

/** The paths of the files that do not belong to a single migration, relative to the migrations directory. */
public final class MigrationFiles {

    public static final String META = "meta";
    public static final String JOURNAL = META + "/_journal.json";
    public static final String SNAPSHOT = META + "/snapshot.json";

    /** What reviewers accepted that databases have beyond the snapshot. */
    public static final String LEFTOVERS = META + "/leftovers.json";

    private MigrationFiles() {}
}
