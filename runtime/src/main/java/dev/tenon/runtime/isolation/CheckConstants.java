package dev.tenon.runtime.isolation;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts the constants that check constraints compare with, as candidate values. */
final class CheckConstants {

    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w'.])\\d{1,4}(?![\\w'.])|(?<=')-?\\d{1,9}(?=')");

    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "bpchar");

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private static final Set<String> DAYS = Set.of("date", "timestamp", "timestamptz");

    private static final int LONGEST = 500;

    private CheckConstants() {}

    /** The constants that can be values of the type, as expressions; for texts also some of the lengths that are named. */
    static List<String> of(ColumnType type, List<Constraint.Check> checks) {
        if (!(type instanceof ColumnType.Builtin builtin)) {
            return List.of();
        }
        Set<String> values = new LinkedHashSet<>();
        for (Constraint.Check check : checks) {
            if (TEXTS.contains(builtin.name())) {
                values.addAll(texts(check.expression()));
                numbers(check.expression()).stream()
                        .filter(length -> length > 0 && length <= LONGEST)
                        .forEach(length -> values.add("x".repeat(length)));
            } else if (NUMBERS.contains(builtin.name())) {
                numbers(check.expression()).stream()
                        .filter(number -> fits(number, builtin))
                        .forEach(number -> values.add(Integer.toString(number)));
            } else if (DAYS.contains(builtin.name())) {
                texts(check.expression()).stream()
                        .filter(text -> text.matches("\\d{4}-\\d\\d-\\d\\d.*"))
                        .forEach(values::add);
            }
        }
        return values.stream().map(value -> ValueMaker.cast(value, type)).toList();
    }

    private static boolean fits(int number, ColumnType.Builtin type) {
        BigInteger limit = BuiltinValues.limit(ValueMaker.numbers(type.modifiers()));
        return BigInteger.valueOf(number).abs().compareTo(limit) < 0;
    }

    private static List<String> texts(String expression) {
        List<String> texts = new ArrayList<>();
        Matcher matcher = TEXT.matcher(expression);
        while (matcher.find()) {
            texts.add(matcher.group(1).replace("''", "'"));
        }
        return texts;
    }

    /** The numbers themselves and their neighbours. */
    private static List<Integer> numbers(String expression) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(expression);
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group());
            numbers.addAll(List.of(number, number + 1, number - 1));
        }
        return numbers;
    }
}
