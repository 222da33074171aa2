package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
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
 * @param unmatched the expressions that the live table does not have in the same words
 * @param expressionKeys the keys of these
 * @param asked those of them that no table before has
 */
record CanonicalizationRequest(
        Table expected, boolean types, Table unmatched, ExpressionKeys expressionKeys, Optional<Table> asked) {

    /** Takes it out of an expected table. */
    static CanonicalizationRequest of(Table expected, Optional<Table> live, CanonicalExpressionCache book) {
        Table unsaid = live.map(there -> UnmatchedExpressions.of(expected, there))
                .map(unmatched -> ExpressionSubset.of(expected, unmatched::contains))
                .orElse(expected);
        ExpressionKeys keys = new ExpressionKeys(unsaid);
        boolean types = live.map(there -> UnmatchedExpressions.hasOtherTypes(expected, there))
                .orElse(true);
        return new CanonicalizationRequest(expected, types, unsaid, keys, book.ask(unsaid, keys));
    }

    /** The sample of what the table asks for, if that is anything. */
    Stream<TemporaryTable> own(Set<ColumnType> missing) {
        Optional<Table> shown =
                asked.isEmpty() && types ? Optional.of(ExpressionSubset.of(unmatched, path -> false)) : asked;
        return shown.stream().map(table -> TemporaryTable.of(table, missing));
    }

    /** The sample of what others asked for without an answer that would hold here too, if that is anything. */
    Stream<TemporaryTable> others(Set<ColumnType> missing, CanonicalExpressionCache book) {
        return book.unanswered(unmatched, asked, expressionKeys).stream()
                .map(table -> TemporaryTable.of(table, missing));
    }

    /** The expected table in the server's canonical form. */
    Table canonicalized(CanonicalExpressionCache book, List<Table> printed) {
        Table reworded = ExpressionSubset.isBare(unmatched)
                ? expected
                : CanonicalExpressions.table(expected, book.canonicalized(unmatched, expressionKeys));
        for (Table each : printed) {
            reworded = CanonicalExpressions.table(reworded, each);
        }
        return reworded;
    }
}
