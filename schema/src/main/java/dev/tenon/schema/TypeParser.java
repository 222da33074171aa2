package dev.tenon.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses types. All of PostgreSQL's spellings of a type yield the same result: {@code int8} and {@code bigint},
 * {@code timestamp(3) with time zone} and {@code timestamptz(3)}. A name with a schema is a user-defined type.
 */
final class TypeParser {

    /** Other spellings, each with the short name that Tenon uses. */
    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("nchar", "char"),
            Map.entry("national char", "char"),
            Map.entry("national character", "char"),
            Map.entry("nchar varying", "varchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("national char varying", "varchar"),
            Map.entry("national character varying", "varchar"),
            Map.entry("bool", "boolean"),
            Map.entry("character varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("time without time zone", "time"));

    /** The internal one-byte type; only its quotes distinguish it from {@code char}. */
    private static final String ONE_BYTE = "\"char\"";

    private static final Pattern SHAPE = Pattern.compile("(?<head>(?:\"(?:[^\"]|\"\")*\"|[^\"(\\[])+?)\\s*"
            + "(?:\\((?<mods>[^()]*)\\)(?<tail>[^\\[(]*?))?\\s*(?<array>(?:\\[\\d*])*)");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TypeParser() {}

    /** Parses a type. Most are one word and need no regular expression; snapshots contain tens of thousands. */
    static ColumnType parse(String text) {
        return isWord(text) ? element(text, "", List.of()) : parseAny(text);
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (!(at >= 'a' && at <= 'z') && !(at >= '0' && at <= '9') && at != '_' && at != '.') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static ColumnType parseAny(String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            throw new IllegalArgumentException("not a type: " + text);
        }
        List<String> modifiers = shape.group("mods") == null
                ? List.of()
                : Arrays.stream(shape.group("mods").split(",", -1))
                        .map(String::strip)
                        .toList();
        String tail = shape.group("tail") == null ? "" : shape.group("tail").strip();
        ColumnType element = element(shape.group("head").strip(), tail, modifiers);
        return shape.group("array").isEmpty() ? element : new ColumnType.Array(element);
    }

    static String modifiers(List<String> modifiers) {
        return modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")";
    }

    private static ColumnType element(String head, String tail, List<String> modifiers) {
        if (head.startsWith("pg_catalog.")) {
            return element(head.substring("pg_catalog.".length()), tail, modifiers);
        }
        if (head.equals(ONE_BYTE)) {
            return new ColumnType.Builtin(head, modifiers);
        }
        if (head.indexOf('.') >= 0 || head.indexOf('"') >= 0) {
            return new ColumnType.UserDefined(QualifiedName.parse(head), modifiers);
        }
        String spelled = isWord(head) && tail.isEmpty()
                ? head
                : SPACES.matcher((head + " " + tail).strip().toLowerCase(Locale.ROOT))
                        .replaceAll(" ");
        if (spelled.equals("bpchar") && modifiers.isEmpty()) {
            return new ColumnType.Builtin(spelled, modifiers);
        }
        String name = spelled.equals("bpchar") ? "char" : CANONICAL.getOrDefault(spelled, spelled);
        return written(name, modifiers);
    }

    /** Adds default modifiers, as the server does. */
    private static ColumnType written(String name, List<String> modifiers) {
        boolean oneAlone = modifiers.size() == 1;
        return switch (name) {
            case "char", "bit" -> new ColumnType.Builtin(name, modifiers.isEmpty() ? List.of("1") : modifiers);
            case "numeric" -> new ColumnType.Builtin(name, oneAlone ? List.of(modifiers.get(0), "0") : modifiers);
            case "float" -> new ColumnType.Builtin(isSingle(modifiers) ? "real" : "double precision", List.of());
            default -> new ColumnType.Builtin(name, modifiers);
        };
    }

    /** A precision in binary digits selects one of the two floating-point types. */
    private static boolean isSingle(List<String> modifiers) {
        return modifiers.size() == 1 && modifiers.get(0).matches("[1-9]|1\\d|2[0-4]");
    }
}
