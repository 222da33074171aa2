package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A text search configuration, as the statements that create it define it.
 *
 * @param name its name
 * @param source its parser, or the configuration that it copies
 * @param copies whether it copies another configuration, whose mappings are unknown
 * @param mappings the dictionaries of each token type that the statements map; none if they drop the mapping
 * @param replacements the statements that replace dictionaries in unknown mappings
 * @param others the statements that do not change mappings
 */
public record TextSearchConfiguration(
        QualifiedName name,
        String source,
        boolean copies,
        Map<String, List<String>> mappings,
        List<String> replacements,
        List<String> others) {

    private static final String HEAD = "ALTER TEXT SEARCH CONFIGURATION ";

    public TextSearchConfiguration {
        mappings = new TreeMap<>(mappings);
        replacements = List.copyOf(replacements);
        others = List.copyOf(others);
    }

    /** Reads the statements; empty if the first one creates no configuration. */
    public static Optional<TextSearchConfiguration> of(List<String> statements) {
        return statements.isEmpty()
                ? Optional.empty()
                : CreateStatement.of(statements.get(0))
                        .filter(made -> made.kind().equals("text search configuration"))
                        .map(made -> new TextSearchMappingParser(made.name()).read(statements));
    }

    /**
     * The statements that turn this configuration into another one, apart from {@link #others}. Empty if its parser or
     * the copied configuration differs, or if a mapping would have to become that of the copied configuration again.
     */
    public Optional<List<String>> alterTo(TextSearchConfiguration after) {
        if (!name.equals(after.name) || !source.equals(after.source) || !replacements.equals(after.replacements)) {
            return Optional.empty();
        }
        Map<List<String>, List<String>> changed = new LinkedHashMap<>();
        TreeSet<String> types = new TreeSet<>(mappings.keySet());
        types.addAll(after.mappings.keySet());
        for (String type : types) {
            boolean unknown = copies && !after.mappings.containsKey(type);
            if (unknown) {
                return Optional.empty();
            }
            List<String> wanted = after.mappings.getOrDefault(type, List.of());
            boolean same = wanted.equals(mappings.getOrDefault(type, List.of()))
                    && (!copies || mappings.containsKey(type));
            if (!same) {
                changed.computeIfAbsent(wanted, any -> new ArrayList<>()).add(Identifier.quote(type));
            }
        }
        List<String> statements = new ArrayList<>();
        changed.forEach((wanted, all) -> statements.add(HEAD
                + Identifier.quote(name)
                + (wanted.isEmpty()
                        ? " DROP MAPPING IF EXISTS FOR " + String.join(", ", all)
                        : " ALTER MAPPING FOR " + String.join(", ", all) + " WITH " + String.join(", ", wanted))));
        return Optional.of(List.copyOf(statements));
    }
}
