package dev.tenon.schema.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import java.util.List;

/** Which changes of type PostgreSQL makes in the catalogs alone, without touching a row. */
public final class TypeChange {

    private TypeChange() {}

    /** Whether every stored value is a value of the new type as it stands. */
    public static boolean keepsRows(Column before, Column after) {
        return before.collation().equals(after.collation())
                && before.type() instanceof ColumnType.Builtin from
                && after.type() instanceof ColumnType.Builtin to
                && keepsRows(from, to);
    }

    /** Whether a value of the old type may be no value of the new one. */
    public static boolean mayLose(Column before, Column after) {
        return !keepsRows(before, after)
                && !(before.type() instanceof ColumnType.Builtin from
                        && after.type() instanceof ColumnType.Builtin to
                        && widens(from, to));
    }

    private static boolean keepsRows(ColumnType.Builtin from, ColumnType.Builtin to) {
        boolean toText = from.name().equals("varchar") && to.name().equals("text");
        boolean unlimited = from.name().equals(to.name())
                && List.of("varchar", "varbit", "numeric").contains(to.name())
                && to.modifiers().isEmpty();
        return toText || unlimited || widerModifiers(from, to);
    }

    private static boolean widerModifiers(ColumnType.Builtin from, ColumnType.Builtin to) {
        if (!from.name().equals(to.name())
                || from.modifiers().isEmpty()
                || from.modifiers().size() != to.modifiers().size()) {
            return false;
        }
        int old = Integer.parseInt(from.modifiers().get(0));
        int now = Integer.parseInt(to.modifiers().get(0));
        return switch (to.name()) {
            case "varchar", "varbit" -> now >= old;
            case "numeric" ->
                now >= old
                        && from.modifiers()
                                .subList(1, from.modifiers().size())
                                .equals(to.modifiers().subList(1, to.modifiers().size()));
            default -> false;
        };
    }

    private static boolean widens(ColumnType.Builtin from, ColumnType.Builtin to) {
        List<String> numbers = List.of("smallint", "integer", "bigint", "numeric");
        int old = numbers.indexOf(from.name());
        return (old >= 0 && old < numbers.indexOf(to.name()) && to.modifiers().isEmpty())
                || (from.name().equals("real") && to.name().equals("double precision"))
                || (List.of("text", "varchar", "char").contains(from.name())
                        && to.name().equals("text"));
    }
}
