package dev.tenon.runtime.internal.preflight;

import dev.tenon.schema.QualifiedName;

/**
 * A fill whose expression can be evaluated over the existing rows.
 *
 * @param statement the pending statement
 * @param table its table
 * @param fill its parts
 * @param type the type of the column
 * @param filtered whether the column exists, so that only rows without a value are filled
 * @param required whether a later step requires a value in every row
 * @param needsPending whether the expression needs types or routines that earlier pending statements create
 */
record RowTrial(
        PendingStatement statement,
        QualifiedName table,
        FillStatement fill,
        String type,
        boolean filtered,
        boolean required,
        boolean needsPending) {

    RowTrial withRequired(boolean required) {
        return new RowTrial(statement, table, fill, type, filtered, required, needsPending);
    }
}
