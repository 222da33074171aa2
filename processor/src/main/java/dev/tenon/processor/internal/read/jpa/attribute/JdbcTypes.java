package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.schema.ColumnType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The PostgreSQL types that Hibernate ORM uses for the numbers in {@code org.hibernate.type.SqlTypes}, which javac shows
 * in place of the constants.
 */
final class JdbcTypes {

    static final int ARRAY = 2003;
    static final int NAMED_ENUM = 6001;
    static final int NAMED_ORDINAL_ENUM = 6003;
    static final int JSON = 3001;

    private static final int TEXT_OF_UUID = 36;
    private static final int MICROSECONDS = 6;
    private static final int DECIMAL_DIGITS = 38;
    private static final int LONG = 32600;

    private static final ColumnType OBJECT = ColumnType.builtin("oid");
    private static final ColumnType BYTES = ColumnType.builtin("bytea");
    private static final ColumnType DOCUMENT = ColumnType.builtin("jsonb");
    private static final ColumnType MARKUP = ColumnType.builtin("xml");
    private static final ColumnType TEXT = ColumnType.builtin("text");

    private static final Map<Integer, ColumnType> FIXED = Map.ofEntries(
            Map.entry(-6, ColumnType.builtin("smallint")),
            Map.entry(5, ColumnType.builtin("smallint")),
            Map.entry(4, ColumnType.builtin("integer")),
            Map.entry(-5, ColumnType.builtin("bigint")),
            Map.entry(7, ColumnType.builtin("real")),
            Map.entry(16, ColumnType.builtin("boolean")),
            Map.entry(91, ColumnType.builtin("date")),
            Map.entry(3010, ColumnType.builtin("date")),
            Map.entry(4001, TEXT),
            Map.entry(4002, TEXT),
            Map.entry(-2, BYTES),
            Map.entry(-3, BYTES),
            Map.entry(-4, BYTES),
            Map.entry(4003, BYTES),
            Map.entry(2004, OBJECT),
            Map.entry(2005, OBJECT),
            Map.entry(2011, OBJECT),
            Map.entry(3004, OBJECT),
            Map.entry(3005, OBJECT),
            Map.entry(3006, OBJECT),
            Map.entry(2009, MARKUP),
            Map.entry(3019, MARKUP),
            Map.entry(3000, ColumnType.builtin("uuid")),
            Map.entry(JSON, DOCUMENT),
            Map.entry(3018, DOCUMENT),
            Map.entry(3002, ColumnType.builtin("inet")),
            Map.entry(3100, ColumnType.builtin("interval second", MICROSECONDS)));

    private static final Set<Integer> TIMESTAMPS = Set.of(93, 3009);
    private static final Set<Integer> MOMENTS = Set.of(2014, 3003, 3008, 3012, 3014);
    private static final Set<Integer> TIMES = Set.of(92, 3011);
    private static final Set<Integer> ZONED_TIMES = Set.of(2013, 3007, 3013);

    /** The types of the extension for vectors, by number; the number of dimensions is in {@code @Array}. */
    private static final Map<Integer, String> VECTORS =
            Map.of(10000, "vector", 10002, "vector", 10005, "halfvec", 10004, "bit", 10007, "sparsevec");

    private static final Map<String, Integer> DIGITS = Map.of(
            "java.lang.Byte", 3,
            "java.lang.Short", 5,
            "java.lang.Integer", 10,
            "java.lang.Long", 19,
            "java.time.Duration", 21);

    private JdbcTypes() {}

    /**
     * The type for a number, or empty if PostgreSQL or Tenon has none.
     *
     * @param java the name of the Java type, boxed
     */
    static Optional<ColumnType> of(int code, String java, ColumnSizes sizes) {
        ColumnType fixed = FIXED.get(code);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        if (TIMESTAMPS.contains(code) || MOMENTS.contains(code)) {
            return Optional.of(moment(MOMENTS.contains(code), sizes));
        }
        if (TIMES.contains(code) || ZONED_TIMES.contains(code)) {
            return Optional.of(time(ZONED_TIMES.contains(code), sizes));
        }
        return switch (code) {
            case 1, -15 -> Optional.of(ColumnType.builtin("char", length(java, sizes)));
            case 12, -9 -> Optional.of(BasicTypes.text(length(java, sizes)));
            case -1, -16 -> Optional.of(BasicTypes.text(Math.max(length(java, sizes), LONG)));
            case 2, 3 -> Optional.of(number(java, sizes));
            case 6, 8 -> BasicTypes.of(java.equals("java.lang.Float") ? java : "java.lang.Double", sizes);
            default -> Optional.empty();
        };
    }

    /** A date with a time, with or without time zone. */
    static ColumnType moment(boolean zoned, ColumnSizes sizes) {
        return ColumnType.builtin(zoned ? "timestamptz" : "timestamp", sizes.seconds(MICROSECONDS));
    }

    /** A time, with or without time zone. */
    static ColumnType time(boolean zoned, ColumnSizes sizes) {
        return ColumnType.builtin(zoned ? "timetz" : "time", sizes.seconds(0));
    }

    /** The name of a vector's type, if the number is that of one. */
    static Optional<String> vector(int code) {
        return Optional.ofNullable(VECTORS.get(code));
    }

    private static int length(String java, ColumnSizes sizes) {
        if (sizes.length() != ColumnSizes.DEFAULT_LENGTH) {
            return sizes.length();
        }
        return switch (java) {
            case "java.util.UUID" -> TEXT_OF_UUID;
            case "java.lang.Character", "java.lang.Boolean" -> 1;
            case "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long" ->
                DIGITS.getOrDefault(java, 0) + 1;
            default -> BasicTypes.usualLength(java);
        };
    }

    private static ColumnType number(String java, ColumnSizes sizes) {
        int digits = sizes.precision() > 0 ? sizes.precision() : DIGITS.getOrDefault(java, DECIMAL_DIGITS);
        boolean isFraction = java.equals("java.math.BigDecimal") && sizes.precision() <= 0;
        return ColumnType.builtin("numeric", digits, isFraction ? 2 : sizes.scale());
    }
}
