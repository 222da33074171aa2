package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.schema.ColumnType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The PostgreSQL types that Hibernate ORM uses for basic types of Java. */
public final class BasicTypes {

    /** The longest varchar on PostgreSQL; longer strings become text. */
    private static final int LONGEST_VARCHAR = 10_485_760;

    private static final int DECIMAL_DIGITS = 38;
    private static final int MICROSECONDS = 6;
    private static final int BITS_OF_REAL = 24;

    private static final Map<String, ColumnType> FIXED = Map.ofEntries(
            Map.entry("java.lang.Boolean", ColumnType.builtin("boolean")),
            Map.entry("java.lang.Byte", ColumnType.builtin("smallint")),
            Map.entry("java.lang.Short", ColumnType.builtin("smallint")),
            Map.entry("java.lang.Integer", ColumnType.builtin("integer")),
            Map.entry("java.lang.Long", ColumnType.builtin("bigint")),
            Map.entry("java.util.UUID", ColumnType.builtin("uuid")),
            Map.entry("java.time.LocalDate", ColumnType.builtin("date")),
            Map.entry("java.sql.Date", ColumnType.builtin("date")),
            Map.entry("java.time.Year", ColumnType.builtin("integer")),
            Map.entry("java.time.Duration", ColumnType.builtin("numeric", 21, 0)),
            Map.entry("java.net.InetAddress", ColumnType.builtin("inet")),
            Map.entry("java.net.Inet4Address", ColumnType.builtin("inet")),
            Map.entry("java.net.Inet6Address", ColumnType.builtin("inet")),
            Map.entry("java.sql.Blob", ColumnType.builtin("oid")),
            Map.entry("java.sql.Clob", ColumnType.builtin("oid")),
            Map.entry("java.sql.NClob", ColumnType.builtin("oid")),
            Map.entry("byte[]", ColumnType.builtin("bytea")));

    /** The string types, with their default lengths. */
    private static final Map<String, Integer> TEXTS = Map.ofEntries(
            Map.entry("java.lang.String", ColumnSizes.DEFAULT_LENGTH),
            Map.entry("char[]", ColumnSizes.DEFAULT_LENGTH),
            Map.entry("java.lang.Class", ColumnSizes.DEFAULT_LENGTH),
            Map.entry("java.util.Locale", ColumnSizes.DEFAULT_LENGTH),
            Map.entry("java.util.TimeZone", ColumnSizes.DEFAULT_LENGTH),
            Map.entry("java.time.ZoneId", ColumnSizes.DEFAULT_LENGTH),
            Map.entry("java.net.URL", ColumnSizes.DEFAULT_LENGTH),
            Map.entry("java.util.Currency", 3),
            Map.entry("java.time.ZoneOffset", 6));

    private static final Set<String> INSTANTS =
            Set.of("java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime");

    private static final Set<String> DATE_TIMES = Set.of(
            "java.time.LocalDateTime",
            "java.util.Date",
            "java.util.Calendar",
            "java.util.GregorianCalendar",
            "java.sql.Timestamp");

    private static final Set<String> TIMES = Set.of("java.time.LocalTime", "java.time.OffsetTime", "java.sql.Time");

    private BasicTypes() {}

    /** The type, if the Java type of that name, boxed, is a basic type. */
    static Optional<ColumnType> of(String name, ColumnSizes sizes) {
        if (FIXED.containsKey(name)) {
            return Optional.ofNullable(FIXED.get(name));
        }
        Integer usual = TEXTS.get(name);
        if (usual != null) {
            return Optional.of(text(sizes.length() == ColumnSizes.DEFAULT_LENGTH ? usual : sizes.length()));
        }
        if (name.equals("java.lang.Character")) {
            return Optional.of(
                    ColumnType.builtin("char", sizes.length() == ColumnSizes.DEFAULT_LENGTH ? 1 : sizes.length()));
        }
        if (INSTANTS.contains(name)) {
            return Optional.of(ColumnType.builtin("timestamptz", sizes.seconds(MICROSECONDS)));
        }
        if (DATE_TIMES.contains(name)) {
            return Optional.of(ColumnType.builtin("timestamp", sizes.seconds(MICROSECONDS)));
        }
        if (TIMES.contains(name)) {
            return Optional.of(time(sizes));
        }
        return number(name, sizes);
    }

    /** The length of the texts of a Java type, if none is declared. */
    static int usualLength(String name) {
        return TEXTS.getOrDefault(name, ColumnSizes.DEFAULT_LENGTH);
    }

    public static ColumnType text(int length) {
        return length > LONGEST_VARCHAR ? ColumnType.builtin("text") : ColumnType.builtin("varchar", length);
    }

    static ColumnType time(ColumnSizes sizes) {
        return ColumnType.builtin("time", sizes.seconds(0));
    }

    private static Optional<ColumnType> number(String name, ColumnSizes sizes) {
        int digits = sizes.precision() > 0 ? sizes.precision() : DECIMAL_DIGITS;
        return switch (name) {
            case "java.lang.Float" -> Optional.of(floating(sizes, "real"));
            case "java.lang.Double" -> Optional.of(floating(sizes, "double precision"));
            case "java.math.BigInteger" -> Optional.of(ColumnType.builtin("numeric", digits, scale(sizes, 0)));
            case "java.math.BigDecimal" -> Optional.of(ColumnType.builtin("numeric", digits, scale(sizes, 2)));
            default -> Optional.empty();
        };
    }

    /** A scale without a precision is ignored, as by Hibernate ORM. */
    private static int scale(ColumnSizes sizes, int usual) {
        return sizes.precision() > 0 ? sizes.scale() : usual;
    }

    /** Java declares the precision in decimal digits, PostgreSQL in bits. */
    private static ColumnType floating(ColumnSizes sizes, String usual) {
        if (sizes.precision() <= 0) {
            return ColumnType.builtin(usual);
        }
        double bits = Math.ceil(sizes.precision() * Math.log(10) / Math.log(2));
        return ColumnType.builtin(bits > BITS_OF_REAL ? "double precision" : "real");
    }
}
