package dev.tenon.runtime.isolation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generates values of types of well-known extensions; types are identified by unqualified name. */
final class ExtensionValues {

    private interface Maker {
        Candidates make(int number, int dimensions);
    }

    private static final Map<String, Maker> MAKERS = Map.of(
            "vector", (n, dimensions) -> Candidates.usual(ones(dimensions)),
            "halfvec", (n, dimensions) -> Candidates.usual(ones(dimensions)),
            "sparsevec", (n, dimensions) -> Candidates.usual("{1:1}/" + dimensions),
            "citext", (n, dimensions) -> TextValues.of(n, Integer.MAX_VALUE),
            "hstore", (n, dimensions) -> Candidates.of("tenon=>" + n, ""),
            "ltree", (n, dimensions) -> Candidates.of("tenon." + n),
            "geometry", (n, dimensions) -> Candidates.usual("POINT(0 0)"),
            "geography", (n, dimensions) -> Candidates.usual("POINT(0 0)"));

    private ExtensionValues() {}

    /** Values of the type; empty for an unknown type. */
    static Optional<Candidates> of(String type, int number, List<Integer> modifiers) {
        int dimensions = modifiers.isEmpty() ? 1 : modifiers.get(0);
        return Optional.ofNullable(MAKERS.get(type)).map(maker -> maker.make(number, dimensions));
    }

    private static String ones(int dimensions) {
        return "[" + String.join(",", Collections.nCopies(dimensions, "1")) + "]";
    }
}
