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
}
