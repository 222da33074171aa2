package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.TypeSql;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The conversions between types of columns, and what they make of a value, computed without the server. */
final class ColumnConversions {

    private static final List<String> WHOLE = List.of("integer", "bigint");
    private static final List<String> TEXTS = List.of("text", "varchar(40)", "varchar(60)");

    /** By the types {@code from>to}, the text of the new value for the text of the old one. */
    private static final Map<String, UnaryOperator<String>> ORACLES = oracles();

    private ColumnConversions() {}

    private static Map<String, UnaryOperator<String>> oracles() {
        Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
        UnaryOperator<String> same = value -> value;
        UnaryOperator<String> rounded =
                value -> new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).toPlainString();
        for (String whole : WHOLE) {
            all.put(whole + ">numeric", same);
            all.put("numeric>" + whole, rounded);
            for (String text : TEXTS) {
                all.put(whole + ">" + text, same);
                all.put(text + ">" + whole, same);
            }
        }
        all.put("integer>bigint", same);
        all.put("bigint>integer", same);
        all.put("integer>double precision", same);
        all.put("double precision>numeric", same);
        for (String text : TEXTS) {
            TEXTS.forEach(other -> all.put(text + ">" + other, same));
            all.put("numeric>" + text, same);
            all.put("date>" + text, same);
            all.put("uuid>" + text, same);
            all.put("boolean>" + text, same);
        }
        all.put("boolean>integer", value -> value.equals("true") ? "1" : "0");
        all.put("date>timestamp", value -> value + " 00:00:00");
        all.put("timestamptz>date", value -> value.substring(0, 10));
        all.put("jsonb>text", same);
        return all;
    }

    /** The text of the new value for the text of the old one. */
    static String value(ColumnType from, ColumnType to, String value) {
        boolean builtin = from instanceof ColumnType.Builtin && to instanceof ColumnType.Builtin;
        if (from.equals(to) || !builtin) {
            return value;
        }
        UnaryOperator<String> oracle = ORACLES.get(from + ">" + to);
        if (oracle == null) {
            throw new IllegalArgumentException("no oracle for " + from + ">" + to);
        }
        return oracle.apply(value);
    }

    /** The expression that a user declares for a conversion that is not exact. */
    static String expression(ColumnType from, ColumnType to, String column) {
        String old = Identifier.quote(column);
        return switch (from + ">" + to) {
            case "timestamptz>date" -> "(" + old + " AT TIME ZONE 'UTC')::date";
            case "date>text", "date>varchar(40)", "date>varchar(60)" -> "to_char(" + old + ", 'YYYY-MM-DD')";
            default -> old + "::" + TypeSql.name(to);
        };
    }

    /** The column with another type, if one is possible for its values and dependents. */
    static Optional<Column> converted(EditedSchema edited, RandomChoices random, Table table, Column column) {
        boolean plain = column.defaultValue().isEmpty() && column.collation().isEmpty();
        ColumnType from = formerType(edited, table, column);
        List<ColumnType> possible = possible(edited, from).stream()
                .filter(to -> !to.equals(column.type()))
                .filter(to -> isText(to) || !isInStoredExpression(edited, Tokens.of(column.name())))
                .toList();
        Optional<ColumnType> chosen = plain ? random.maybe(possible) : Optional.empty();
        chosen.filter(to -> !keepsText(from, to)).ifPresent(to -> edited.forgetValues(column.name()));
        return chosen.map(column::withType);
    }

    private static List<ColumnType> possible(EditedSchema edited, ColumnType from) {
        List<ColumnType> possible = new ArrayList<>();
        ORACLES.keySet().stream()
                .filter(pair -> pair.startsWith(from + ">"))
                .forEach(pair -> possible.add(ColumnType.parse(pair.substring(pair.indexOf('>') + 1))));
        List<ColumnType> domains = RoutineEdits.domains(edited.schema.objects());
        if (WHOLE.contains(from.toString()) || TEXTS.contains(from.toString())) {
            possible.addAll(domains);
        } else if (domains.contains(from)) {
            possible.add(ColumnType.builtin("text"));
        }
        return possible;
    }

    /** The type of the column's values before the migration. */
    private static ColumnType formerType(EditedSchema edited, Table table, Column column) {
        return PairPlan.former(edited.before, edited, table)
                .flatMap(old -> PairPlan.former(old, edited, column))
                .map(Column::type)
                .orElse(column.type());
    }

    /** Whether the new values are those that all columns of the new type have. */
    private static boolean keepsText(ColumnType from, ColumnType to) {
        return WHOLE.contains(from.toString()) || TEXTS.contains(from.toString()) || from.equals(to);
    }

    private static boolean isText(ColumnType type) {
        return TypeValues.isText(type) || TEXTS.contains(type.toString());
    }

    /** Whether an expression over the text of the column is stored, which must be the same at any time and place. */
    private static boolean isInStoredExpression(EditedSchema edited, String token) {
        return edited.schema.tables().stream()
                .anyMatch(table -> table.indexes().stream()
                                .anyMatch(index -> Tokens.in(index.keys().toString()).contains(token))
                        || table.columns().stream()
                                .anyMatch(column -> column.generated()
                                        && Tokens.in(column.defaultValue().toString()).contains(token)));
    }
}
