package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Column;
import java.util.List;

/**
 * An expression with everything that determines its canonical form, so that the form printed for one table holds for
 * every other table with the same key. A policy on a thousand tables is printed once. The columns may include some
 * whose names only seem to occur in the expression; then the server prints it once more than necessary.
 *
 * @param words the object with the expression, without its own name
 * @param columns the names, types and collations of the columns whose names occur in it
 */
record ExpressionKey(Object words, List<Column> columns) {

    /** Replaces the names of objects with expressions, because a name does not affect the canonical form. */
    static final String NAMELESS = "nameless";
}
