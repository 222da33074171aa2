package dev.tenon.schema.history;

/** Builds the problems of files that do not match each other. */
final class Mismatch {

    private Mismatch() {}

    static Problem snapshotIsNotTheJournals(String file, JournalEntry newest) {
        return Problem.of(
                ProblemCode.SNAPSHOT_MISMATCH,
                file,
                "the snapshot differs from the one that the journal records after " + newest.migration(),
                "restore both from version control; after a merge, run 'tenon rebase'");
    }

    static HistoryException manualPartAtRisk(String file) {
        return Problem.of(
                        ProblemCode.MANUAL_PART_AT_RISK,
                        file,
                        "the migration has a manual part, which would be deleted with it",
                        "copy the SQL below '-- tenon:manual', and confirm that it may be removed")
                .exception();
    }
}
