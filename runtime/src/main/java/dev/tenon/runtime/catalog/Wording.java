package dev.tenon.runtime.catalog;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to be printed of one table.
 *
 * @param expected the table as a snapshot has it
 * @param types whether the types of its columns have to be printed
 * @param unsaid the expressions that the live table does not have in the same words
 * @param phrases the phrases of these
 * @param asked those of them that no table before has
 */
record Wording(Table expected, boolean types, Table unsaid, Phrases phrases, Optional<Table> asked) {

    /** Takes it out of an expected table. */
    static Wording of(Table expected, Optional<Table> live, Phrasebook book) {
        Optional<Unsaid> difference = live.map(there -> new Unsaid(expected, there));
        Table unsaid = difference.map(choice -> Excerpt.of(expected, choice)).orElse(expected);
        Phrases phrases = new Phrases(unsaid);
        boolean types = difference.map(Unsaid::hasOtherTypes).orElse(true);
        return new Wording(expected, types, unsaid, phrases, book.ask(unsaid, phrases));
    }

    /** The sample of what the table asks for, if that is anything. */
    Stream<Sample> own(Set<ColumnType> missing) {
        Optional<Table> shown = asked.isEmpty() && types ? Optional.of(Excerpt.bare(unsaid)) : asked;
        return shown.stream().map(table -> Sample.of(table, missing));
    }

    /** The sample of what others asked for without an answer that would hold here too, if that is anything. */
    Stream<Sample> others(Set<ColumnType> missing, Phrasebook book) {
        return book.unanswered(unsaid, asked, phrases).stream().map(table -> Sample.of(table, missing));
    }

    /** The expected table in the server's canonical form. */
    Table reworded(Phrasebook book, List<Table> printed) {
        Table reworded = Excerpt.isBare(unsaid) ? expected : Reworded.table(expected, book.reworded(unsaid, phrases));
        for (Table each : printed) {
            reworded = Reworded.table(reworded, each);
        }
        return reworded;
    }
}
