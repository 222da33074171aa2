package dev.tenon.schema.history;

/** The paths of the files that do not belong to a single migration, relative to the migrations directory. */
final class MigrationFiles {

    static final String META = "meta";
    static final String JOURNAL = META + "/_journal.json";
    static final String SNAPSHOT = META + "/snapshot.json";

    private MigrationFiles() {}
}
