package dev.tenon.schema.history;

/** The files of a migrations directory that are not a migration's own, relative to it. */
final class MigrationFiles {

    static final String META = "meta";
    static final String JOURNAL = META + "/_journal.json";
    static final String SNAPSHOT = META + "/snapshot.json";

    private MigrationFiles() {}
}
