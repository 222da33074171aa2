package dev.tenon.schema.internal.plan.type;

import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Type changes in which the server's cast accepts every value and loses nothing, whatever the settings of the session:
 * text of dates and floating-point numbers depends on them, and {@code jsonb} does not accept every {@code json}.
 */
final class ExactConversion {

    private static final String TEXT = "text";
    private static final String VARCHAR = "varchar";
    private static final String NUMERIC = "numeric";

    /** The longest text of types whose text has a limit. */
    private static final Map<String, Integer> LENGTHS =
            Map.of("smallint", 6, "integer", 11, "bigint", 20, "boolean", 5, "uuid", 36);

    /** Other types whose text is always the same, except that {@code char} has its trailing blanks. */
    private static final Set<String> TEXTS =
            Set.of(TEXT, VARCHAR, "char", "name", NUMERIC, "json", "jsonb", "inet", "cidr", "macaddr", "macaddr8");

    /** The digits of integers, in the order of their ranges. */
    private static final Map<String, Integer> DIGITS = Map.of("smallint", 5, "integer", 10, "bigint", 19);

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

    private static final Set<String> OTHERS = Set.of(
            "smallint>real",
            "smallint>double precision",
            "integer>double precision",
            "real>double precision",
            "date>timestamp",
            "jsonb>json",
            "macaddr>macaddr8");

    /** Types of pgvector whose values all have an equal value of the other type. */
    private static final Set<String> VECTORS = Set.of("halfvec>vector", "vector>sparsevec", "halfvec>sparsevec");

    private ExactConversion() {}

    /** Whether every value of the old type has an equal value of the new type. */
    static boolean is(ColumnType before, ColumnType after) {
        if (before instanceof ColumnType.Array from && after instanceof ColumnType.Array to) {
            return from.element() instanceof ColumnType.Builtin old
                    && to.element() instanceof ColumnType.Builtin wider
                    && widens(old, wider);
        }
        if (before instanceof ColumnType.UserDefined from && after instanceof ColumnType.UserDefined to) {
            return from.name().schema().equals(to.name().schema())
                    && VECTORS.contains(from.name().name() + ">" + to.name().name())
                    && (to.modifiers().equals(from.modifiers())
                            || to.modifiers().isEmpty());
        }
        return before instanceof ColumnType.Builtin from
                && after instanceof ColumnType.Builtin to
                && (widens(from, to)
                        || isText(from, to)
                        || (to.modifiers().isEmpty() && OTHERS.contains(from.name() + ">" + to.name())));
    }

    /** Whether the new type has the text of every label of an enum type. */
    static boolean isOfLabels(ColumnType after) {
        return after instanceof ColumnType.Builtin to
                && (to.name().equals(TEXT) || to.name().equals(VARCHAR))
                && to.modifiers().isEmpty();
    }

    private static boolean isText(ColumnType.Builtin from, ColumnType.Builtin to) {
        Integer longest = LENGTHS.get(from.name());
        if (to.name().equals(VARCHAR) && !to.modifiers().isEmpty()) {
            return longest != null && length(to.modifiers(), 0) >= longest;
        }
        return isOfLabels(to) && (longest != null || TEXTS.contains(from.name()));
    }

    private static boolean widens(ColumnType.Builtin from, ColumnType.Builtin to) {
        int old = INTEGERS.indexOf(from.name());
        if (old >= 0 && old < INTEGERS.indexOf(to.name())) {
            return true;
        }
        if (!to.name().equals(NUMERIC) || (old < 0 && !from.name().equals(NUMERIC))) {
            return false;
        }
        if (to.modifiers().isEmpty()) {
            return true;
        }
        if (old < 0 && from.modifiers().isEmpty()) {
            return false;
        }
        Integer whole = DIGITS.get(from.name());
        int digits = whole != null ? whole : length(from.modifiers(), 0) - length(from.modifiers(), 1);
        int scale = old >= 0 ? 0 : length(from.modifiers(), 1);
        int newScale = length(to.modifiers(), 1);
        return newScale >= scale && length(to.modifiers(), 0) - newScale >= digits;
    }

    private static int length(List<String> modifiers, int at) {
        return at < modifiers.size() ? Integer.parseInt(modifiers.get(at)) : 0;
    }
}
