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
 * @param asked those of them that no table before has
 */
record Wording(Table expected, boolean types, Table unsaid, Table asked) {

    /** Takes it out of an expected table. */
    static Wording of(Table expected, Optional<Table> live, Phrasebook phrases) {
        Optional<Unsaid> difference = live.map(there -> new Unsaid(expected, there));
        Table unsaid = difference.map(choice -> Excerpt.of(expected, choice)).orElse(expected);
        return new Wording(expected, difference.map(Unsaid::hasOtherTypes).orElse(true), unsaid, phrases.ask(unsaid));
    }

    /** The sample of what the table asks for, if that is anything. */
    Stream<Sample> own(Set<ColumnType> missing) {
        return types || !Excerpt.isBare(asked) ? Stream.of(Sample.of(asked, missing)) : Stream.of();
    }

    /** The sample of what others asked for without an answer that would hold here too, if that is anything. */
    Stream<Sample> others(Set<ColumnType> missing, Phrasebook phrases) {
        Table rest = phrases.unanswered(unsaid, asked);
        return Excerpt.isBare(rest) ? Stream.of() : Stream.of(Sample.of(rest, missing));
    }

    /** The expected table in the server's words. */
    Table reworded(Phrasebook phrases, List<Table> printed) {
        Table reworded = Reworded.table(expected, phrases.reworded(unsaid));
        for (Table each : printed) {
            reworded = Reworded.table(reworded, each);
        }
        return reworded;
    }
}
