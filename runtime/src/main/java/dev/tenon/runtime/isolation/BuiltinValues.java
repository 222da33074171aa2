package dev.tenon.runtime.isolation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Generates values of PostgreSQL's built-in types. */
final class BuiltinValues {

    private static final long BEYOND_USUAL_NUMBERS = 1_000_000_000L;

    private static final LocalDateTime SOME_TIME = LocalDateTime.of(2001, 2, 3, 4, 5, 6);

    /** How a type's values are made of a number that is used once and of the type's modifiers. */
    private interface Maker {
        Candidates make(int number, List<Integer> modifiers);
    }

    private static final Map<String, Maker> MAKERS = Map.ofEntries(
            Map.entry("uuid", (n, m) -> Candidates.of(UUID.randomUUID().toString())),
            Map.entry("text", (n, m) -> TextValues.of(n, Integer.MAX_VALUE)),
            Map.entry("varchar", (n, m) -> TextValues.of(n, length(m, Integer.MAX_VALUE))),
            Map.entry("char", (n, m) -> TextValues.of(n, length(m, 1))),
            Map.entry("bpchar", (n, m) -> TextValues.of(n, Integer.MAX_VALUE)),
            Map.entry("name", (n, m) -> TextValues.of(n, 63)),
            Map.entry("smallint", (n, m) -> numbers(n % 30_000 + 1001L)),
            Map.entry("integer", (n, m) -> numbers(BEYOND_USUAL_NUMBERS + n)),
            Map.entry("bigint", (n, m) -> numbers(BEYOND_USUAL_NUMBERS * BEYOND_USUAL_NUMBERS + n)),
            Map.entry("numeric", BuiltinValues::numeric),
            Map.entry("real", (n, m) -> numbers(n)),
            Map.entry("double precision", (n, m) -> numbers(BEYOND_USUAL_NUMBERS + n)),
            Map.entry("money", (n, m) -> numbers(BEYOND_USUAL_NUMBERS + n)),
            Map.entry("oid", (n, m) -> numbers(BEYOND_USUAL_NUMBERS + n)),
            Map.entry("boolean", (n, m) -> Candidates.usual("true", "false")),
            Map.entry("date", (n, m) -> Candidates.of(day(n), "2001-02-03", "2099-12-31")),
            Map.entry("timestamp", (n, m) -> Candidates.of(moment(n), "2001-02-03", "2099-12-31")),
            Map.entry("timestamptz", (n, m) -> Candidates.of(moment(n) + "+00", "2001-02-03", "2099-12-31")),
            Map.entry(
                    "time", (n, m) -> Candidates.of(LocalTime.MIN.plusSeconds(n).toString(), "12:00")),
            Map.entry("timetz", (n, m) -> Candidates.of(LocalTime.MIN.plusSeconds(n) + "+00", "12:00+00")),
            Map.entry("interval", (n, m) -> Candidates.of(n + " seconds", "1 day", "1 year")),
            Map.entry("json", (n, m) -> Candidates.of("{\"tenon\": " + n + "}", "{}", "[]", "1", "\"a\"", "null")),
            Map.entry("jsonb", (n, m) -> Candidates.of("{\"tenon\": " + n + "}", "{}", "[]", "1", "\"a\"", "null")),
            Map.entry("bytea", (n, m) -> Candidates.of("\\x%08x".formatted(n), "\\x")),
            Map.entry("inet", (n, m) -> Candidates.of(address(n), "192.0.2.1", "2001:db8::1")),
            Map.entry("cidr", (n, m) -> Candidates.of(address(n) + "/32", "192.0.2.0/24")),
            Map.entry("macaddr", (n, m) -> Candidates.of("0800%08x".formatted(n))),
            Map.entry("macaddr8", (n, m) -> Candidates.of("08000000%08x".formatted(n))),
            Map.entry("bit", (n, m) -> bits(n, length(m, 1), "1".repeat(length(m, 1)), "0".repeat(length(m, 1)))),
            Map.entry("varbit", (n, m) -> bits(n, length(m, Integer.SIZE), "1", "0")),
            Map.entry("tsvector", (n, m) -> Candidates.of("tenon" + n)),
            Map.entry("tsquery", (n, m) -> Candidates.of("tenon" + n)),
            Map.entry("xml", (n, m) -> Candidates.of("<tenon>" + n + "</tenon>")),
            Map.entry("pg_lsn", (n, m) -> Candidates.of("0/%X".formatted(n))),
            Map.entry("point", (n, m) -> Candidates.of("(" + n + ",0)")),
            Map.entry("line", (n, m) -> Candidates.of("{1,1," + n + "}")),
            Map.entry("lseg", (n, m) -> Candidates.of("[(0,0),(1," + n + ")]")),
            Map.entry("box", (n, m) -> Candidates.of("(1," + n + "),(0,0)")),
            Map.entry("path", (n, m) -> Candidates.of("((0,0),(1," + n + "))")),
            Map.entry("polygon", (n, m) -> Candidates.of("((0,0),(1,0),(1," + n + "))")),
            Map.entry("circle", (n, m) -> Candidates.of("<(0,0)," + n + ">")),
            Map.entry("int4range", (n, m) -> range(Integer.toString(n), Integer.toString(n + 1))),
            Map.entry("int8range", (n, m) -> range(Integer.toString(n), Integer.toString(n + 1))),
            Map.entry("numrange", (n, m) -> range(Integer.toString(n), Integer.toString(n + 1))),
            Map.entry("daterange", (n, m) -> range(day(n), day(n + 1))),
            Map.entry("tsrange", (n, m) -> range(moment(n), moment(n + 1))),
            Map.entry("tstzrange", (n, m) -> range(moment(n) + "+00", moment(n + 1) + "+00")));

    private BuiltinValues() {}

    /** Values of the type; empty for an unknown type. */
    static Optional<Candidates> of(String type, int number, List<Integer> modifiers) {
        String single = type.endsWith("multirange") ? type.replace("multirange", "range") : type;
        return Optional.ofNullable(MAKERS.get(single))
                .map(maker -> maker.make(number, modifiers))
                .map(made -> single.equals(type) ? made : ofRange(made));
    }

    private static Candidates numbers(long unique) {
        return new Candidates(
                List.of(Long.toString(unique)),
                List.of("1", "0", "2", "10", "100", "1000", Long.toString(unique), "-1"));
    }

    private static Candidates numeric(int number, List<Integer> modifiers) {
        BigInteger limit = limit(modifiers);
        Candidates all = numbers(
                BigInteger.valueOf(BEYOND_USUAL_NUMBERS + number).mod(limit).longValue());
        return new Candidates(
                all.unique(),
                all.usual().stream()
                        .filter(value -> new BigInteger(value).abs().compareTo(limit) < 0)
                        .toList());
    }

    /** The least number that has too many digits before its point for a {@code numeric} with these modifiers. */
    static BigInteger limit(List<Integer> modifiers) {
        int digits = modifiers.isEmpty() ? 100 : modifiers.get(0) - (modifiers.size() > 1 ? modifiers.get(1) : 0);
        return BigInteger.TEN.pow(Math.max(digits, 0));
    }

    private static Candidates bits(int number, int length, String... usual) {
        String digits = Integer.toBinaryString(number);
        return digits.length() > length
                ? Candidates.usual(usual)
                : Candidates.of(
                        "0".repeat(Math.min(length, Integer.SIZE) - digits.length())
                                + digits
                                + "0".repeat(Math.max(0, length - Integer.SIZE)),
                        usual);
    }

    private static int length(List<Integer> modifiers, int otherwise) {
        return modifiers.isEmpty() ? otherwise : modifiers.get(0);
    }

    private static String day(int number) {
        return LocalDate.from(SOME_TIME).plusDays(number % 100_000).toString();
    }

    private static String moment(int number) {
        return SOME_TIME.plusSeconds(number).toString();
    }

    private static String address(int number) {
        return "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }

    private static Candidates range(String from, String to) {
        return Candidates.of("[" + from + "," + to + ")", "empty");
    }

    private static Candidates ofRange(Candidates ranges) {
        return Candidates.of("{" + ranges.unique().get(0) + "}", "{}");
    }
}
