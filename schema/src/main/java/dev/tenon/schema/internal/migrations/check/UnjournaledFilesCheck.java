package dev.tenon.schema.internal.migrations.check;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.migrations.file.ChecksumCache;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds migration files that are not in the journal. */
final class UnjournaledFilesCheck {

    private static final String JSON = ".json";

    private final DirectoryFiles files;
    private final ChecksumCache sums;
    private final Journal journal;
    private final Consumer<DirectoryProblem> problems;

    UnjournaledFilesCheck(
            DirectoryFiles files, ChecksumCache sums, Journal journal, Consumer<DirectoryProblem> problems) {
        this.files = files;
        this.sums = sums;
        this.journal = journal;
        this.problems = problems;
    }

    void run() {
        Set<MigrationName> known =
                journal.entries().stream().map(JournalEntry::migration).collect(Collectors.toSet());
        Set<MigrationName> strays = new TreeSet<>(files.migrations());
        strays.removeAll(known);
        badNames();
        strays.forEach(stray -> sql(stray, known, strays));
        for (String file : files.list(MigrationFiles.META).orElse(List.of())) {
            Optional<MigrationName> name = file.endsWith(JSON)
                    ? MigrationName.parse(file.substring(0, file.length() - JSON.length()))
                    : Optional.empty();
            name.filter(each -> !known.contains(each) && !strays.contains(each)).ifPresent(this::changeFile);
        }
    }

    private void badNames() {
        for (String file : files.list("").orElse(List.of())) {
            String stem = file.endsWith(DirectoryFiles.SQL)
                    ? file.substring(0, file.length() - DirectoryFiles.SQL.length())
                    : "0001_ok";
            if (MigrationName.parse(stem).isEmpty()) {
                problems.accept(DirectoryProblem.of(
                        DirectoryProblemCode.BAD_NAME,
                        files.display(file),
                        "the file is not named like a migration, such as 0007_add_role.sql: four digits, then"
                                + " lower-case"
                                + " letters, digits and underscores",
                        "rename it, or move it out of the migrations directory"));
            }
        }
    }

    private void sql(MigrationName stray, Set<MigrationName> known, Set<MigrationName> strays) {
        String file = files.display(stray.sqlFile());
        Optional<MigrationName> twin = java.util.stream.Stream.concat(known.stream(), strays.stream())
                .filter(other -> other.number() == stray.number() && !other.equals(stray))
                .min(MigrationName::compareTo);
        if (twin.isPresent()) {
            problems.accept(DirectoryProblem.of(
                    DirectoryProblemCode.NUMBER_TWICE,
                    file,
                    "the file has the same number as " + twin.get() + " and is not in the journal",
                    "after a merge, run 'tenon rebase'; otherwise give the file the next number, or remove it"));
            return;
        }
        boolean generated = sums.of(stray).generated().isPresent();
        problems.accept(DirectoryProblem.of(
                DirectoryProblemCode.NOT_IN_JOURNAL,
                file,
                generated
                        ? "this generated migration is not in the journal"
                        : "this migration is not in the journal yet",
                generated
                        ? "restore the journal that was written with it from version control, or delete the file"
                        : "give it the number that follows the newest migration, and run 'tenon generate' to record"
                                + " it"));
    }

    private void changeFile(MigrationName name) {
        problems.accept(DirectoryProblem.of(
                DirectoryProblemCode.NOT_IN_JOURNAL,
                files.display(name.changeFile()),
                "the migration of this change file is not in the journal",
                "restore the migration from version control, or delete the file"));
    }
}
