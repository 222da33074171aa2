package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dimensions of types in indexes of pgvector.
 *
 * @see <a href="https://github.com/pgvector/pgvector#indexing">Indexing</a>
 */
final class VectorTypes {

    private static final Map<String, Integer> MOST_DIMENSIONS =
            Map.of("vector", 2_000, "halfvec", 4_000, "bit", 64_000);

    private VectorTypes() {}

    /** The maximum number of dimensions in an index; empty for a sparse vector, which has no maximum. */
    static Optional<Integer> mostDimensions(ColumnType type) {
        return Optional.ofNullable(MOST_DIMENSIONS.get(name(type)));
    }

    /** The declared number of dimensions. */
    static Optional<Integer> dimensions(ColumnType type) {
        List<String> modifiers = type instanceof ColumnType.UserDefined named
                ? named.modifiers()
                : type instanceof ColumnType.Builtin builtin ? builtin.modifiers() : List.of();
        return modifiers.stream()
                .filter(modifier -> modifier.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .findFirst();
    }

    /** The type's name without schema and modifiers. */
    static String name(ColumnType type) {
        if (type instanceof ColumnType.UserDefined named) {
            return named.name().name();
        }
        return type instanceof ColumnType.Builtin builtin ? builtin.name() : type.toString();
    }
}
