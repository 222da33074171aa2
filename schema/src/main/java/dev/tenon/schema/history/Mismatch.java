package dev.tenon.schema.history;

/** Says in words which files of a directory do not belong together. */
final class Mismatch {

    private Mismatch() {}

    static HistoryException snapshotIsNotTheJournals(String file, JournalEntry newest) {
        return Problem.of(
                        ProblemCode.SNAPSHOT_MISMATCH,
                        file,
                        "the snapshot is not the one that the journal has after " + newest.migration(),
                        "restore both from version control; after a merge, run 'tenon rebase'")
                .exception();
    }
}
