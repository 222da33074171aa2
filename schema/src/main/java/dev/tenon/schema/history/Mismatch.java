package dev.tenon.schema.history;

/** Says in words which files of a directory do not belong together. */
final class Mismatch {

    private Mismatch() {}

    static Problem snapshotIsNotTheJournals(String file, JournalEntry newest) {
        return Problem.of(
                ProblemCode.SNAPSHOT_MISMATCH,
                file,
                "the snapshot is not the one that the journal has after " + newest.migration(),
                "restore both from version control; after a merge, run 'tenon rebase'");
    }

    static HistoryException manualPartAtRisk(String file) {
        return Problem.of(
                        ProblemCode.MANUAL_PART_AT_RISK,
                        file,
                        "the migration has a manual part, which would be lost with it",
                        "keep a copy of what is below '-- tenon:manual', and say that it may be removed")
                .exception();
    }
}
