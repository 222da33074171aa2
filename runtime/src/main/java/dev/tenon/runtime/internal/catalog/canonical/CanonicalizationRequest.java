package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of one table that the server must print.
 *
 * @param expected the table as in the snapshot
 * @param types whether the types of its columns must be printed
 * @param unmatched the expressions that differ textually from the live table
 * @param expressionKeys the keys of these expressions
 * @param asked those of the expressions that no earlier table has requested
 */
record CanonicalizationRequest(
        Table expected, boolean types, Table unmatched, ExpressionKeys expressionKeys, Optional<Table> asked) {

    /** Creates the request for an expected table. */
    static CanonicalizationRequest of(Table expected, Optional<Table> live, CanonicalExpressionCache book) {
        Table unsaid = live.map(there -> UnmatchedExpressions.of(expected, there))
                .map(unmatched -> ExpressionSubset.of(expected, unmatched::contains))
                .orElse(expected);
        ExpressionKeys keys = new ExpressionKeys(unsaid);
        boolean types = live.map(there -> UnmatchedExpressions.hasOtherTypes(expected, there))
                .orElse(true);
        return new CanonicalizationRequest(expected, types, unsaid, keys, book.ask(unsaid, keys));
    }

    /** Returns the temporary table for the expressions that this table requested; none if there are none. */
    Stream<TemporaryTable> own(Set<ColumnType> missing) {
        Optional<Table> shown =
                asked.isEmpty() && types ? Optional.of(ExpressionSubset.of(unmatched, path -> false)) : asked;
        return shown.stream().map(table -> TemporaryTable.of(table, missing));
    }

    /**
     * Returns the temporary table for expressions that other tables requested, but whose canonical form does not hold
     * for this table; none if there are none.
     */
    Stream<TemporaryTable> others(Set<ColumnType> missing, CanonicalExpressionCache book) {
        return book.unanswered(unmatched, asked, expressionKeys).stream()
                .map(table -> TemporaryTable.of(table, missing));
    }

    /** Returns the expected table in the server's canonical form. */
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
