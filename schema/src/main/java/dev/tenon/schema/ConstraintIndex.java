package dev.tenon.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Attributes of a constraint's index other than its keys.
 *
 * @param include the {@code INCLUDE} columns
 * @param with the storage parameters, sorted by name
 */
public record ConstraintIndex(List<String> include, Map<String, String> with) {

    /** An index without {@code INCLUDE} columns and storage parameters. */
    public static final ConstraintIndex PLAIN = new ConstraintIndex(List.of(), Map.of());

    public ConstraintIndex {
        include = List.copyOf(include);
        with = Normalization.sorted(with);
    }

    public ConstraintIndex withInclude(List<String> others) {
        return new ConstraintIndex(others, with);
    }

    /** The explicit options, in SQL's syntax. */
    @Override
    public String toString() {
        String stored = include.isEmpty() ? "" : "INCLUDE (" + String.join(", ", include) + ")";
        String parameters = with.isEmpty()
                ? ""
                : with.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", ", "WITH (", ")"));
        String both = (stored + " " + parameters).strip();
        return both.isEmpty() ? "plain" : both;
    }
}
