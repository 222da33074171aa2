package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types that pgvector's access methods can index.
 *
 * @see <a href="https://github.com/pgvector/pgvector#indexing">Indexing</a>
 */
final class VectorTypes {

    private static final Set<String> NUMBERS = Set.of("l2", "ip", "cosine", "l1");

    private static final Map<String, Map<String, Set<String>>> METRICS = Map.of(
            "hnsw",
            Map.of(
                    "vector", NUMBERS,
                    "halfvec", NUMBERS,
                    "sparsevec", NUMBERS,
                    "bit", Set.of("hamming", "jaccard")),
            "ivfflat",
            Map.of(
                    "vector", Set.of("l2", "ip", "cosine"),
                    "halfvec", Set.of("l2", "ip", "cosine"),
                    "bit", Set.of("hamming")));

    private static final Map<String, Integer> MOST_DIMENSIONS =
            Map.of("vector", 2_000, "halfvec", 4_000, "bit", 64_000);

    private VectorTypes() {}

    /** Whether the access method is one of pgvector's. */
    static boolean isMethod(String method) {
        return METRICS.containsKey(method);
    }

    /** The operator classes of the method for the type, sorted; none if it cannot index it. */
    static List<String> operatorClasses(String method, ColumnType type) {
        String name = name(type);
        return METRICS.getOrDefault(method, Map.of()).getOrDefault(name, Set.of()).stream()
                .map(metric -> name + "_" + metric + "_ops")
                .sorted()
                .toList();
    }

    /** How many dimensions a type may have in an index; a sparse vector may have any number. */
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
