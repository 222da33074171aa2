package dev.tenon.schema.internal.migrations.write;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.migrations.file.DirectoryFiles;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.JournalFile;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The result of a merge: the journal that stays, and the migrations that are not in it and move after it.
 *
 * @param journal the journal that stays
 * @param migrations the others, in the order of their numbers
 */
record MergeState(Journal journal, List<MigrationName> migrations) {

    MergeState {
        migrations = List.copyOf(migrations);
    }

    /**
     * Finds the journal and the migrations. If git left conflict markers in the journal, they come from its two sides;
     * otherwise the migrations are the files that are not in the journal.
     *
     * @param moving the side whose migrations move, if the journal has conflict markers
     */
    static MergeState find(DirectoryFiles files, MergeSide moving) {
        String text = files.conflicted(MigrationFiles.JOURNAL).orElse("");
        String kept = moving.other().of(text);
        String moved = moving.of(text);
        if (kept.equals(moved)) {
            Journal journal = files.journal();
            return new MergeState(journal, strays(files, journal));
        }
        Journal journal = side(files, kept);
        List<MigrationName> migrations = new ArrayList<>(names(side(files, moved)));
        migrations.removeAll(names(journal));
        // One branch squashed them, the other still has them.
        migrations.removeAll(journal.replaced());
        return new MergeState(journal, migrations);
    }

    private static Journal side(DirectoryFiles files, String text) {
        return files.parsed(MigrationFiles.JOURNAL, text, JournalFile::read);
    }

    private static List<MigrationName> strays(DirectoryFiles files, Journal journal) {
        Set<MigrationName> strays = new TreeSet<>(files.migrations());
        names(journal).forEach(strays::remove);
        return List.copyOf(strays);
    }

    private static List<MigrationName> names(Journal journal) {
        return journal.entries().stream().map(JournalEntry::migration).collect(Collectors.toList());
    }
}
