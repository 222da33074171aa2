package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Column;
import java.util.List;

/**
 * An expression with all that decides how a server understands and prints it, so that what it printed for one table holds for
 * every other: a policy of a thousand tables need not be shown to it a thousand times. Columns may be among it that the
 * expression only seems to speak of; then the server is asked once more than necessary.
 *
 * @param words what has the expression, without its own name
 * @param columns the names, types and collations of the columns whose names occur in it
 */
record ExpressionKey(Object words, List<Column> columns) {

    /** Stands in for the names of what has expressions, which decide nothing. */
    static final String NAMELESS = "nameless";
}
