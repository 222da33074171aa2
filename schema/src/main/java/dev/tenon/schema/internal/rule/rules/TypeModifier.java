package dev.tenon.schema.internal.rule.rules;

import static java.util.Map.entry;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Lengths, precisions and dimensions must be in the range of the type. */
final class TypeModifier implements SchemaRule {

    @Override
    public String code() {
        return "TN214";
    }

    private static final Range LENGTH = new Range("length", 1, 10_485_760);
    private static final Range BITS = new Range("length", 1, 83_886_080);
    private static final Range FRACTION = new Range("precision", 0, 6);
    private static final Map<String, List<Range>> BUILTIN = Map.ofEntries(
            entry("varchar", List.of(LENGTH)),
            entry("char", List.of(LENGTH)),
            entry("bit", List.of(BITS)),
            entry("varbit", List.of(BITS)),
            entry("numeric", List.of(new Range("precision", 1, 1000), new Range("scale", -1000, 1000))),
            entry("time", List.of(FRACTION)),
            entry("timetz", List.of(FRACTION)),
            entry("timestamp", List.of(FRACTION)),
            entry("timestamptz", List.of(FRACTION)),
            entry("interval", List.of(FRACTION)),
            entry("interval second", List.of(FRACTION)),
            entry("interval day to second", List.of(FRACTION)),
            entry("interval hour to second", List.of(FRACTION)),
            entry("interval minute to second", List.of(FRACTION)));
    private static final Map<String, List<Range>> VECTORS = Map.of(
            "vector", List.of(new Range("number of dimensions", 1, 16_000)),
            "halfvec", List.of(new Range("number of dimensions", 1, 16_000)),
            "sparsevec", List.of(new Range("number of dimensions", 1, 1_000_000_000)));

    /** The meaning of a modifier, with its minimum and maximum. */
    private record Range(String word, int least, int most) {

        private static final int MOST_DIGITS = 10;

        boolean holds(String modifier) {
            int sign = modifier.startsWith("-") ? 1 : 0;
            if (modifier.length() == sign || modifier.length() > sign + MOST_DIGITS) {
                return false;
            }
            for (int i = sign; i < modifier.length(); i++) {
                if (modifier.charAt(i) < '0' || modifier.charAt(i) > '9') {
                    return false;
                }
            }
            long number = Long.parseLong(modifier);
            return number >= least && number <= most;
        }
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                check(ObjectPath.column(table.name(), column.name()), column.type(), findings);
            }
        }
    }

    private void check(ObjectPath path, ColumnType type, Consumer<Finding> findings) {
        if (type instanceof ColumnType.Array array) {
            check(path, array.element(), findings);
        } else if (type instanceof ColumnType.Builtin builtin) {
            check(path, type, builtin.modifiers(), BUILTIN.getOrDefault(builtin.name(), List.of()), findings);
        } else if (type instanceof ColumnType.UserDefined named
                && ExtensionObjects.ofType(named.name().name())
                        .filter(ExtensionObjects.VECTOR::equals)
                        .isPresent()) {
            List<Range> ranges = VECTORS.getOrDefault(named.name().name(), List.of());
            check(path, type, named.modifiers(), ranges, findings);
        }
    }

    private void check(
            ObjectPath path, ColumnType type, List<String> modifiers, List<Range> ranges, Consumer<Finding> findings) {
        if (modifiers.size() > ranges.size()) {
            String problem = path + " has type " + type + ", but this type accepts "
                    + (ranges.isEmpty() ? "nothing" : ranges.size() == 1 ? "one number" : ranges.size() + " numbers");
            findings.accept(Finding.error(code(), path, "type", problem + " in parentheses", "remove the surplus"));
            return;
        }
        for (int i = 0; i < modifiers.size(); i++) {
            Range range = ranges.get(i);
            if (!range.holds(modifiers.get(i))) {
                findings.accept(Finding.error(
                        code(),
                        path,
                        "type",
                        path + " has type " + type + ", but the " + range.word() + " of this type must be from "
                                + range.least() + " to " + range.most(),
                        "choose a number in this range"));
            }
        }
    }
}
