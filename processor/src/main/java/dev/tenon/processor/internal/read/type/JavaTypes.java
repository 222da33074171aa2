package dev.tenon.processor.internal.read.type;

import static java.util.Map.entry;

import dev.tenon.schema.ColumnType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** Maps Java types of the JDK to PostgreSQL types, and recognizes collections that map to arrays. */
final class JavaTypes {

    private static final Map<String, ColumnType> SCALARS = Map.ofEntries(
            entry("boolean", ColumnType.builtin("boolean")),
            entry("byte", ColumnType.builtin("smallint")),
            entry("short", ColumnType.builtin("smallint")),
            entry("int", ColumnType.builtin("integer")),
            entry("long", ColumnType.builtin("bigint")),
            entry("float", ColumnType.builtin("real")),
            entry("double", ColumnType.builtin("double precision")),
            entry("char", ColumnType.builtin("char", 1)),
            entry("java.lang.Boolean", ColumnType.builtin("boolean")),
            entry("java.lang.Byte", ColumnType.builtin("smallint")),
            entry("java.lang.Short", ColumnType.builtin("smallint")),
            entry("java.lang.Integer", ColumnType.builtin("integer")),
            entry("java.lang.Long", ColumnType.builtin("bigint")),
            entry("java.lang.Float", ColumnType.builtin("real")),
            entry("java.lang.Double", ColumnType.builtin("double precision")),
            entry("java.lang.Character", ColumnType.builtin("char", 1)),
            entry("java.lang.String", ColumnType.builtin("text")),
            entry("java.math.BigDecimal", ColumnType.builtin("numeric")),
            entry("java.math.BigInteger", ColumnType.builtin("numeric")),
            entry("java.util.OptionalInt", ColumnType.builtin("integer")),
            entry("java.util.OptionalLong", ColumnType.builtin("bigint")),
            entry("java.util.OptionalDouble", ColumnType.builtin("double precision")),
            entry("java.util.UUID", ColumnType.builtin("uuid")),
            entry("java.time.Instant", ColumnType.builtin("timestamptz")),
            entry("java.time.OffsetDateTime", ColumnType.builtin("timestamptz")),
            entry("java.time.LocalDateTime", ColumnType.builtin("timestamp")),
            entry("java.time.LocalDate", ColumnType.builtin("date")),
            entry("java.time.LocalTime", ColumnType.builtin("time")),
            entry("java.time.OffsetTime", ColumnType.builtin("timetz")),
            entry("java.time.Duration", ColumnType.builtin("interval")),
            entry("java.time.Period", ColumnType.builtin("interval")),
            entry("java.net.InetAddress", ColumnType.builtin("inet")),
            entry("java.net.Inet4Address", ColumnType.builtin("inet")),
            entry("java.net.Inet6Address", ColumnType.builtin("inet")));

    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.Collection",
            "java.util.SequencedCollection",
            "java.util.List",
            "java.util.Set",
            "java.util.SequencedSet",
            "java.util.SortedSet",
            "java.util.NavigableSet");

    private JavaTypes() {}

    /** The PostgreSQL type of a single value. */
    static Optional<ColumnType> scalar(String javaType) {
        return Optional.ofNullable(SCALARS.get(javaType));
    }

    /** Whether the type is a collection that maps to an array. */
    static boolean isCollection(String javaType) {
        return COLLECTIONS.contains(javaType);
    }

    /** The type for messages, without its annotations. */
    static String display(TypeMirror type) {
        return type.toString().replaceAll("@[\\w.]+(\\([^)]*\\))? ?", "");
    }
}
