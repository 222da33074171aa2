package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps a column type to a Java type. */
public final class JavaType {

    private static final Map<String, TypeName> NATURAL = Map.ofEntries(
            Map.entry("boolean", TypeName.BOOLEAN),
            Map.entry("smallint", TypeName.SHORT),
            Map.entry("integer", TypeName.INT),
            Map.entry("bigint", TypeName.LONG),
            Map.entry("real", TypeName.FLOAT),
            Map.entry("double precision", TypeName.DOUBLE),
            Map.entry("text", ClassName.get(String.class)),
            Map.entry("numeric", ClassName.get("java.math", "BigDecimal")),
            Map.entry("uuid", ClassName.get("java.util", "UUID")),
            Map.entry("timestamptz", ClassName.get("java.time", "Instant")),
            Map.entry("timestamp", ClassName.get("java.time", "LocalDateTime")),
            Map.entry("date", ClassName.get("java.time", "LocalDate")),
            Map.entry("time", ClassName.get("java.time", "LocalTime")),
            Map.entry("timetz", ClassName.get("java.time", "OffsetTime")),
            Map.entry("interval", ClassName.get("java.time", "Duration")),
            Map.entry("inet", ClassName.get("java.net", "InetAddress")),
            Map.entry("bytea", ArrayTypeName.of(TypeName.BYTE)));

    private JavaType() {}

    /** Returns the type; it is primitive if the column is NOT NULL. */
    public static TypeName of(ColumnType type, boolean nullable, JavaNaming naming) {
        if (type instanceof ColumnType.Array array) {
            return ParameterizedTypeName.get(ClassName.get(List.class), of(array.element(), true, naming));
        }
        TypeName java = single(type, naming);
        return nullable && java.isPrimitive() ? java.box() : java;
    }

    private static TypeName single(ColumnType type, JavaNaming naming) {
        if (type instanceof ColumnType.Builtin builtin) {
            return NATURAL.getOrDefault(builtin.name(), ClassName.get(String.class));
        }
        ColumnType.UserDefined other = (ColumnType.UserDefined) type;
        Optional<ClassName> declared = naming.enumType(other.name());
        Optional<ColumnType> domain = naming.underDomain(other.name());
        if (domain.isPresent()) {
            return of(domain.get(), false, naming);
        }
        boolean vector = List.of("vector", "halfvec").contains(other.name().name());
        return declared.<TypeName>map(each -> each)
                .orElse(vector ? ArrayTypeName.of(TypeName.FLOAT) : ClassName.get(String.class));
    }

    /** Whether the processor derives the PostgreSQL type from the Java type. */
    static boolean derives(ColumnType type, JavaNaming naming) {
        if (type instanceof ColumnType.Array array) {
            return !array.element().toString().equals("bytea") && derives(array.element(), naming);
        }
        if (type instanceof ColumnType.Builtin builtin) {
            return builtin.modifiers().isEmpty() && NATURAL.containsKey(builtin.name());
        }
        return naming.enumType(((ColumnType.UserDefined) type).name()).isPresent();
    }
}
