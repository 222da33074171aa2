package dev.tenon.schema.internal.migrations.check;

import dev.tenon.schema.internal.migrations.file.ChangeFile;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.ChecksumCache;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.MigrationChecksums;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks the files of one migration against its journal entry. */
public final class MigrationCheck {

    private final DirectoryFiles files;
    private final ChecksumCache sums;
    private final Consumer<DirectoryProblem> problems;

    public MigrationCheck(DirectoryFiles files, ChecksumCache sums, Consumer<DirectoryProblem> problems) {
        this.files = files;
        this.sums = sums;
        this.problems = problems;
    }

    /** Checks the SQL file. */
    public void sql(JournalEntry entry) {
        MigrationChecksums parts = sums.of(entry.migration());
        String file = files.display(entry.migration().sqlFile());
        if (!parts.generated().equals(entry.generated())) {
            problems.accept(DirectoryProblem.of(
                    DirectoryProblemCode.GENERATED_PART_EDITED,
                    file,
                    entry.generated().isEmpty()
                            ? "there is a generated part, but the journal records none"
                            : "the generated part, above '-- tenon:manual', was edited",
                    "undo the edit; write your own SQL below a line '-- tenon:manual' at the end of the file"));
        }
        if (!parts.manual().equals(entry.manual())) {
            problems.accept(DirectoryProblem.of(
                    DirectoryProblemCode.MANUAL_PART_CHANGED,
                    file,
                    manualPart(entry.manual(), parts.manual()),
                    "if no database has the migration yet, run 'tenon generate' to record it; otherwise undo the edit"
                            + " and write a new migration"));
        }
    }

    /** Checks the change file and returns it. */
    public ChangeFile changes(JournalEntry entry) {
        ChangeFile changes = files.changes(entry.migration());
        if (!changes.checksum().equals(entry.changes())) {
            throw DirectoryProblem.of(
                            DirectoryProblemCode.CHANGE_FILE_EDITED,
                            files.display(entry.migration().changeFile()),
                            "the change file differs from the generated one",
                            "restore it from version control; only Tenon writes it")
                    .exception();
        }
        return changes;
    }

    /** Checks the change file. Parses it only if its text differs from the one that was written. */
    boolean areRecorded(JournalEntry entry) {
        boolean same = files.text(entry.migration().changeFile())
                .map(Checksum::of)
                .filter(entry.changes()::equals)
                .isPresent();
        return same || changes(entry).checksum().equals(entry.changes());
    }

    private static String manualPart(Optional<Checksum> recorded, Optional<Checksum> found) {
        if (recorded.isEmpty()) {
            return "the manual part is not recorded in the journal yet";
        }
        return found.isEmpty() ? "the manual part was removed" : "the manual part was changed since it was recorded";
    }
}
