package dev.tenon.schema.internal.migrations.file;

/** Builds the problems of files that do not match each other. */
public final class ProblemMessages {

    private ProblemMessages() {}

    static DirectoryProblem snapshotIsNotTheJournals(String file, JournalEntry newest) {
        return DirectoryProblem.of(
                DirectoryProblemCode.SNAPSHOT_MISMATCH,
                file,
                "the snapshot differs from the one that the journal records after " + newest.migration(),
                "restore both from version control; after a merge, run 'tenon rebase'");
    }

    public static MigrationDirectoryException manualPartAtRisk(String file) {
        return DirectoryProblem.of(
                        DirectoryProblemCode.MANUAL_PART_AT_RISK,
                        file,
                        "the migration has a manual part, which would be deleted with it",
                        "copy the SQL below '-- tenon:manual', and confirm that it may be removed")
                .exception();
    }

    /** For the manual parts of several migrations, which one that replaces them would not contain. */
    public static MigrationDirectoryException manualPartsAtRisk(String directory, String files) {
        return DirectoryProblem.of(
                        DirectoryProblemCode.MANUAL_PART_AT_RISK,
                        directory,
                        "these migrations have manual parts, which were written for earlier schemas: " + files,
                        "squash with --with-manual-parts to append them to the new migration, then check that they"
                                + " run on its schema")
                .exception();
    }

    /** For the removal of a migration that stands for others. */
    public static MigrationDirectoryException replacedMigrationsAtRisk(String file, int replaced) {
        return DirectoryProblem.of(
                        DirectoryProblemCode.NOT_SQUASHABLE,
                        file,
                        "the migration replaces " + replaced + " others, which would be lost with it",
                        "restore the directory from version control as it was before the squash")
                .exception();
    }
}
