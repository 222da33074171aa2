package dev.tenon.schema.internal.plan.type;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Schema;
import java.util.Set;

/**
 * Type changes that PostgreSQL makes only in the catalogs, without a rewrite. A change that depends on the session,
 * such as between timestamps with and without time zone, counts as a rewrite.
 */
public final class TypeConversion {

    /** Pairs {@code from>to} of types that the server casts without converting stored values. */
    private static final Set<String> STORED_ALIKE = Set.of(
            "varchar>text",
            "text>varchar",
            "text>bpchar",
            "varchar>bpchar",
            "char>bpchar",
            "xml>text",
            "cidr>inet",
            "bit>varbit");

    private static final Set<String> TIMES = Set.of("time", "timetz", "timestamp", "timestamptz");

    private static final Set<String> GROWING = Set.of("varchar", "varbit");

    private TypeConversion() {}

    /** Whether every stored value is a valid value of the new type without conversion. */
    public static boolean isMetadataOnly(Column before, Column after) {
        return before.collation().equals(after.collation()) && isMetadataOnly(before.type(), after.type());
    }

    /**
     * Whether the conversion may change or reject a value.
     *
     * @param schema the schema before, which has the enum types
     */
    public static boolean mayLose(Column before, Column after, Schema schema) {
        return !isMetadataOnly(before.type(), after.type())
                && !ExactConversion.is(before.type(), after.type())
                && !(ExactConversion.isOfLabels(after.type())
                        && before.type() instanceof ColumnType.UserDefined own
                        && schema.enumType(own.name()).isPresent());
    }

    private static boolean isMetadataOnly(ColumnType before, ColumnType after) {
        if (before.equals(after)) {
            return true;
        }
        if (before instanceof ColumnType.Builtin from && after instanceof ColumnType.Builtin to) {
            return isMetadataOnly(from, to);
        }
        if (before instanceof ColumnType.Array from && after instanceof ColumnType.Array to) {
            return unlimited(from.element(), to.element());
        }
        return unlimited(before, after);
    }

    /**
     * Whether the type stays the same but loses its modifiers. For arrays and types of extensions, the server avoids a
     * rewrite only then.
     */
    private static boolean unlimited(ColumnType before, ColumnType after) {
        if (before instanceof ColumnType.UserDefined from && after instanceof ColumnType.UserDefined to) {
            return from.name().equals(to.name()) && to.modifiers().isEmpty();
        }
        return before instanceof ColumnType.Builtin from
                && after instanceof ColumnType.Builtin to
                && to.modifiers().isEmpty()
                && (from.name().equals(to.name())
                        || (from.name().equals("char") && to.name().equals("bpchar")));
    }

    private static boolean isMetadataOnly(ColumnType.Builtin from, ColumnType.Builtin to) {
        if (from.name().startsWith(IntervalFields.INTERVAL) && to.name().startsWith(IntervalFields.INTERVAL)) {
            return IntervalFields.of(to).hold(IntervalFields.of(from));
        }
        String pair = from.name() + ">" + to.name();
        boolean storedAlike = STORED_ALIKE.contains(pair);
        return (storedAlike && to.modifiers().isEmpty()) || unlimited(from, to) || widerModifiers(from, to);
    }

    private static boolean widerModifiers(ColumnType.Builtin from, ColumnType.Builtin to) {
        if (!from.name().equals(to.name()) || to.modifiers().isEmpty()) {
            return false;
        }
        int now = Integer.parseInt(to.modifiers().get(0));
        if (TIMES.contains(to.name())) {
            return now >= IntervalFields.precision(from);
        }
        if (from.modifiers().isEmpty()) {
            return false;
        }
        int old = Integer.parseInt(from.modifiers().get(0));
        return now >= old && (GROWING.contains(to.name()) || (to.name().equals("numeric") && sameScale(from, to)));
    }

    private static boolean sameScale(ColumnType.Builtin from, ColumnType.Builtin to) {
        return scale(from).equals(scale(to));
    }

    private static String scale(ColumnType.Builtin numeric) {
        return numeric.modifiers().size() > 1 ? numeric.modifiers().get(1) : "0";
    }
}
