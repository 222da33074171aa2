package dev.tenon.runtime.catalog;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An expression with all that decides how a server understands and prints it, so that what it printed for one table holds for
 * every other: a policy of a thousand tables need not be shown to it a thousand times. Columns may be among it that the
 * expression only seems to speak of; then the server is asked once more than necessary.
 *
 * @param words what has the expression, without its own name
 * @param columns the names, types and collations of the columns whose names occur in it
 */
record Phrase(Object words, List<Column> columns) {

    /** Stands in for the names of what has expressions, which decide nothing. */
    static final String NAMELESS = "nameless";

    /** The default or the computed value of a column; empty if it has none, or speaks of its table. */
    static Optional<Phrase> of(Table table, Column column) {
        return column.defaultValue().isEmpty()
                ? Optional.empty()
                : ofWords(table, bare(column).withName(NAMELESS).withDefault(column.defaultValue()));
    }

    /** The expression of a check; empty for other constraints, and if it speaks of its table. */
    static Optional<Phrase> of(Table table, Constraint constraint) {
        return constraint instanceof Constraint.Check check
                ? ofWords(table, check.withName(NAMELESS))
                : Optional.empty();
    }

    /** The keys and the predicate of an index; empty if they speak of the table. */
    static Optional<Phrase> of(Table table, Index index) {
        return ofWords(table, index.withName(NAMELESS).withComment(Optional.empty()));
    }

    /** The conditions of a policy; empty if they speak of the table. */
    static Optional<Phrase> of(Table table, Policy policy) {
        return ofWords(table, Sample.forEveryone(policy).withName(NAMELESS));
    }

    private static Optional<Phrase> ofWords(Table table, Object words) {
        String text = words.toString().toLowerCase(Locale.ROOT);
        // A name in Unicode escapes would not be recognized.
        if (text.contains("u&") || occurs(text, table.name().name())) {
            return Optional.empty();
        }
        List<Column> columns = table.columns().stream()
                .filter(column -> occurs(text, column.name()))
                .map(Phrase::bare)
                .toList();
        return Optional.of(new Phrase(words, columns));
    }

    /** Whether what the server printed holds for that table only, as a column within a subquery does, which is qualified. */
    static boolean isAbout(Table table, Object printed) {
        return occurs(printed.toString().toLowerCase(Locale.ROOT), table.name().name());
    }

    private static boolean occurs(String text, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return text.contains(lower) || text.contains(lower.replace("\"", "\"\""));
    }

    private static Column bare(Column column) {
        return Column.of(column.name(), column.type()).withCollation(column.collation());
    }
}
