package dev.tenon.schema.internal.migrations.check;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.json.JsonPosition;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that the numbers in the journal are consecutive and that its hash chain is intact. */
final class JournalCheck {

    private final String file;
    private final Journal journal;
    private final List<JsonPosition> places;
    private final List<DirectoryProblem> problems = new ArrayList<>();

    /**
     * A check of a journal.
     *
     * @param file the journal's file, as the directory's user names it
     * @param places the positions of its entries
     */
    JournalCheck(String file, Journal journal, List<JsonPosition> places) {
        this.file = file;
        this.journal = journal;
        this.places = places;
    }

    List<DirectoryProblem> run() {
        Map<Integer, MigrationName> seen = new HashMap<>();
        Optional<JournalEntry> previous = Optional.empty();
        for (int i = 0; i < journal.entries().size(); i++) {
            JournalEntry entry = journal.entries().get(i);
            MigrationName twin = seen.putIfAbsent(entry.migration().number(), entry.migration());
            if (twin != null) {
                twice(i, twin, entry.migration());
            } else {
                order(i, previous, entry);
                chain(i, previous, entry);
            }
            previous = Optional.of(entry);
        }
        return problems;
    }

    private void twice(int index, MigrationName one, MigrationName other) {
        report(
                index,
                DirectoryProblemCode.NUMBER_TWICE,
                one + " and " + other + " have the same number; probably two branches each added a migration",
                "take the merged branch's version of this directory and run 'tenon rebase' to move yours after it");
    }

    private void order(int index, Optional<JournalEntry> previous, JournalEntry entry) {
        int expected = previous.map(before -> before.migration().number() + 1).orElse(1);
        if (entry.firstNumber() != expected) {
            report(
                    index,
                    DirectoryProblemCode.NUMBER_GAP,
                    entry.migration() + " is at the position of number " + expected,
                    "restore the journal from version control; only 'tenon drop' removes migrations, newest first");
        }
    }

    private void chain(int index, Optional<JournalEntry> previous, JournalEntry entry) {
        if (!entry.parent().equals(previous.map(JournalEntry::nextParent))) {
            report(
                    index,
                    DirectoryProblemCode.BROKEN_CHAIN,
                    "the parent of " + entry.migration() + " is not "
                            + previous.map(before -> before.migration().toString())
                                    .orElse("the empty schema"),
                    "restore the journal from version control; after a merge, run 'tenon rebase'");
        }
        if (!entry.expectedHash().equals(entry.hash())) {
            report(
                    index,
                    DirectoryProblemCode.BROKEN_CHAIN,
                    "the entry of " + entry.migration() + " was edited: its hash does not match",
                    "restore the journal from version control; only Tenon writes it");
        }
    }

    private void report(int index, DirectoryProblemCode code, String what, String remedy) {
        JsonPosition at = places.get(index);
        problems.add(new DirectoryProblem(code, file, at.line(), at.column(), what, remedy));
    }
}
