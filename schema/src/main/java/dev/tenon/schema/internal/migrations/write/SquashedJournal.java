package dev.tenon.schema.internal.migrations.write;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.migrations.file.ChangeFile;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import dev.tenon.schema.internal.migrations.file.ProblemMessages;
import dev.tenon.schema.internal.migrations.file.SnapshotReplay;
import dev.tenon.schema.internal.migrations.file.StepReader;
import dev.tenon.schema.internal.migrations.transaction.FileChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Replaces the first migrations of a journal by one that creates the same schema. It gets the number of the last one,
 * and the entries after it stay as they are: their parent is still the hash of the migration that was replaced.
 */
final class SquashedJournal {

    private final DirectoryFiles files;
    private final Journal before;
    private final int number;
    private final boolean withManualParts;
    private final Map<String, FileChange> writes = new LinkedHashMap<>();
    private Journal after = Journal.EMPTY;

    SquashedJournal(DirectoryFiles files, Journal journal, int number, boolean withManualParts) {
        this.files = files;
        this.before = journal;
        this.number = number;
        this.withManualParts = withManualParts;
    }

    /** Computes the files to write, and returns the entry of the new migration. */
    JournalEntry run(String name, MigrationRegenerator draft) {
        List<JournalEntry> first = before.entries().stream()
                .filter(entry -> entry.migration().number() <= number)
                .toList();
        JournalEntry last = require(first);
        MigrationName squashed = new MigrationName(number, name);
        JsonValue schema = replay(first, last);
        MigrationRegenerator.Result result = draft.of(squashed, Schema.EMPTY, SnapshotJson.read(schema));
        Checksum snapshot = Checksum.of(SnapshotJson.write(result.snapshot()));
        if (!snapshot.equals(last.snapshot())) {
            throw problem(
                    "one migration would not create the schema that " + first.size() + " migrations create",
                    "squash up to another number");
        }
        String sql = result.sql() + manualParts(first);
        ChangeFile changes = ChangeFile.between(SnapshotJson.tree(Schema.EMPTY), schema);
        JournalEntry entry = JournalEntry.squashed(
                squashed,
                StepReader.checksums(files.display(squashed.sqlFile()), sql),
                snapshot,
                changes.checksum(),
                first.stream().flatMap(each -> each.standsFor().stream()).toList());
        first.forEach(each -> remove(each.migration()));
        write(FileChange.put(squashed.sqlFile(), sql));
        write(FileChange.put(squashed.changeFile(), changes.write()));
        List<JournalEntry> entries = new ArrayList<>(List.of(entry));
        entries.addAll(before.entries().subList(first.size(), before.entries().size()));
        after = new Journal(entries);
        return entry;
    }

    List<FileChange> writes() {
        return List.copyOf(writes.values());
    }

    Journal journal() {
        return after;
    }

    private JournalEntry require(List<JournalEntry> first) {
        if (first.isEmpty() || first.get(first.size() - 1).migration().number() != number) {
            throw problem("there is no migration with the number " + number, "'tenon status' lists the migrations");
        }
        if (first.size() < 2) {
            throw problem("only one migration has a number up to " + number, "name the number of a later one");
        }
        String manual = first.stream()
                .filter(entry -> entry.manual().isPresent())
                .map(entry -> entry.migration().sqlFile())
                .collect(Collectors.joining(", "));
        if (!manual.isEmpty() && !withManualParts) {
            throw ProblemMessages.manualPartsAtRisk(files.display(""), manual);
        }
        return first.get(first.size() - 1);
    }

    private JsonValue replay(List<JournalEntry> first, JournalEntry last) {
        List<ChangeFile> changes =
                first.stream().map(entry -> files.changes(entry.migration())).toList();
        return new SnapshotReplay(files, before.upTo(last.migration())).fold(changes);
    }

    private String manualParts(List<JournalEntry> first) {
        StringBuilder text = new StringBuilder();
        for (JournalEntry entry : first) {
            if (entry.manual().isPresent()) {
                text.append(text.isEmpty() ? "\n-- tenon:manual\n" : "\n")
                        .append(ManualPart.following(
                                files.text(entry.migration().sqlFile()).orElseThrow()));
            }
        }
        return text.toString();
    }

    private void remove(MigrationName name) {
        write(FileChange.remove(name.sqlFile()));
        write(FileChange.remove(name.changeFile()));
    }

    private void write(FileChange change) {
        writes.put(change.file(), change);
    }

    private MigrationDirectoryException problem(String what, String remedy) {
        return DirectoryProblem.of(
                        DirectoryProblemCode.NOT_SQUASHABLE, files.display(MigrationFiles.JOURNAL), what, remedy)
                .exception();
    }
}
