package dev.tenon.schema.internal.migrations.check;

import dev.tenon.schema.internal.json.JsonPosition;
import dev.tenon.schema.internal.migrations.file.ChangeFile;
import dev.tenon.schema.internal.migrations.file.ChecksumCache;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.JournalFile;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import dev.tenon.schema.internal.migrations.file.SnapshotReplay;
import dev.tenon.schema.internal.migrations.transaction.InterruptedWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds all problems of a migrations directory in one pass. */
public final class DirectoryCheck {

    private static final Set<DirectoryProblemCode> CONSEQUENCES = Set.of(
            DirectoryProblemCode.NOT_IN_JOURNAL,
            DirectoryProblemCode.FILE_MISSING,
            DirectoryProblemCode.SNAPSHOT_MISMATCH);

    private final DirectoryFiles files;
    private final ChecksumCache sums;
    private final List<DirectoryProblem> problems = new ArrayList<>();
    private boolean folding = true;
    private Journal read = Journal.EMPTY;

    public DirectoryCheck(DirectoryFiles files, ChecksumCache sums) {
        this.files = files;
        this.sums = sums;
    }

    /** The problems; none if the directory is in order. */
    public List<DirectoryProblem> run() {
        if (attempt(files::requireLocation).isEmpty()) {
            return problems;
        }
        leftovers();
        Optional<Journal> journal = attempt(this::readJournal);
        if (journal.isPresent()) {
            read = journal.get();
            migrations(journal.get());
            attempt(() -> strayFiles(journal.get()));
        } else {
            attempt(files::migrations).orElse(List.of()).forEach(name -> attempt(() -> sums.of(name)));
        }
        return withoutConsequences();
    }

    /**
     * The problems without those that only applying all change files finds. That is slow for a long history of a large
     * schema, and the checksums in the journal show already that the change files are as they were written.
     */
    public List<DirectoryProblem> withoutFolding() {
        folding = false;
        return run();
    }

    private void leftovers() {
        for (String leftover : InterruptedWrite.find(files)) {
            problems.add(DirectoryProblem.of(
                    DirectoryProblemCode.INTERRUPTED_WRITE,
                    files.display(leftover),
                    "a write to this directory is in progress or was interrupted",
                    "if no other process is writing, run 'tenon generate' to recover the directory"));
        }
    }

    /** The journal that the check has read; empty if it could not be read. */
    public Journal journal() {
        return read;
    }

    private Journal readJournal() {
        Optional<String> text = files.text(MigrationFiles.JOURNAL);
        Journal journal = files.journal();
        List<JsonPosition> places = text.map(JournalFile::places).orElse(List.of());
        problems.addAll(new JournalCheck(files.display(MigrationFiles.JOURNAL), journal, places).run());
        return journal;
    }

    private void migrations(Journal journal) {
        MigrationCheck check = new MigrationCheck(files, sums, problems::add);
        List<ChangeFile> changes = new ArrayList<>();
        for (JournalEntry entry : journal.entries()) {
            attempt(() -> {
                check.sql(entry);
                return true;
            });
            if (folding) {
                attempt(() -> check.changes(entry)).ifPresent(changes::add);
            } else {
                attempt(() -> check.areRecorded(entry));
            }
        }
        SnapshotReplay snapshots = new SnapshotReplay(files, journal);
        if (folding && changes.size() == journal.entries().size()) {
            attempt(() -> snapshots.fold(changes));
        }
        attempt(snapshots::newest).flatMap(problem -> problem).ifPresent(problems::add);
    }

    private boolean strayFiles(Journal journal) {
        new UnjournaledFilesCheck(files, sums, journal, problems::add).run();
        return true;
    }

    /** Omits the problems that an interrupted write caused and that its recovery fixes. */
    private List<DirectoryProblem> withoutConsequences() {
        Set<String> targets =
                InterruptedWrite.targets(files).stream().map(files::display).collect(Collectors.toSet());
        return problems.stream()
                .filter(problem -> !(CONSEQUENCES.contains(problem.code()) && targets.contains(problem.file())))
                .toList();
    }

    private <T> Optional<T> attempt(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (MigrationDirectoryException failed) {
            problems.add(failed.problem());
            return Optional.empty();
        }
    }
}
