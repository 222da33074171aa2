package dev.tenon.schema.history;

import java.util.Optional;
import java.util.function.Consumer;

/** Checks the files of one migration against its journal entry. */
final class MigrationCheck {

    private final DirectoryFiles files;
    private final Consumer<Problem> problems;

    MigrationCheck(DirectoryFiles files, Consumer<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Checks the SQL file. */
    void sql(JournalEntry entry) {
        PartChecksums parts = files.checksums(entry.migration());
        String file = files.display(entry.migration().sqlFile());
        if (!parts.generated().equals(entry.generated())) {
            problems.accept(Problem.of(
                    ProblemCode.GENERATED_PART_EDITED,
                    file,
                    entry.generated().isEmpty()
                            ? "there is a generated part, but the journal knows of none"
                            : "the generated part, above '-- tenon:manual', was edited",
                    "undo the edit; SQL of your own goes below a line '-- tenon:manual' at the end of the file"));
        }
        if (!parts.manual().equals(entry.manual())) {
            problems.accept(Problem.of(
                    ProblemCode.MANUAL_PART_CHANGED,
                    file,
                    manualPart(entry.manual(), parts.manual()),
                    "if no database has the migration yet, let 'tenon generate' record it; otherwise undo the edit and"
                            + " write a new migration"));
        }
    }

    /** Checks the change file and returns it. */
    ChangeFile changes(JournalEntry entry) {
        ChangeFile changes = files.changes(entry.migration());
        if (!changes.checksum().equals(entry.changes())) {
            throw Problem.of(
                            ProblemCode.CHANGE_FILE_EDITED,
                            files.display(entry.migration().changeFile()),
                            "the change file is not the one that was generated",
                            "restore it from version control; only Tenon writes it")
                    .exception();
        }
        return changes;
    }

    private static String manualPart(Optional<Checksum> recorded, Optional<Checksum> found) {
        if (recorded.isEmpty()) {
            return "the manual part is not recorded in the journal yet";
        }
        return found.isEmpty() ? "the manual part was removed" : "the manual part was changed since it was recorded";
    }
}
