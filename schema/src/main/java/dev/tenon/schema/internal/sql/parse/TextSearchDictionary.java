package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A parsed CREATE TEXT SEARCH DICTIONARY statement.
 *
 * @param name its name
 * @param options its template and options: the values by lower-case names
 */
public record TextSearchDictionary(QualifiedName name, Map<String, String> options) {

    private static final String TEMPLATE = "template";

    public TextSearchDictionary {
        options = new TreeMap<>(options);
    }

    /** Parses a statement; empty if it creates no dictionary, or cannot be parsed. */
    public static Optional<TextSearchDictionary> of(String create) {
        return CreateStatement.of(create)
                .filter(made -> made.kind().equals("text search dictionary"))
                .flatMap(made -> options(create).map(options -> new TextSearchDictionary(made.name(), options)));
    }

    /** The statements that give this dictionary the options of another one; empty if its template differs. */
    public Optional<List<String>> alterTo(TextSearchDictionary after) {
        if (!name.equals(after.name) || !options.get(TEMPLATE).equals(after.options.get(TEMPLATE))) {
            return Optional.empty();
        }
        List<String> changed = new ArrayList<>();
        after.options.forEach((option, value) -> {
            if (!value.equals(options.get(option))) {
                changed.add(Identifier.quote(option) + " = " + value);
            }
        });
        options.keySet().stream()
                .filter(option -> !after.options.containsKey(option))
                .forEach(option -> changed.add(Identifier.quote(option)));
        return Optional.of(
                changed.isEmpty()
                        ? List.of()
                        : List.of("ALTER TEXT SEARCH DICTIONARY " + Identifier.quote(name) + " ("
                                + String.join(", ", changed) + ")"));
    }

    private static Optional<Map<String, String>> options(String create) {
        StatementTokens tokens = new StatementTokens(create);
        Map<String, String> options = new TreeMap<>();
        int at = tokens.afterName() + 1;
        while (at + 2 < tokens.size()) {
            int end = at + 2;
            while (end < tokens.size() && !tokens.is(end, ",") && !tokens.is(end, ")")) {
                end++;
            }
            if (!tokens.is(at + 1, "=")) {
                return Optional.empty();
            }
            options.put(tokens.get(at).name(), tokens.text(at + 2, end));
            at = end + 1;
        }
        return options.containsKey(TEMPLATE) ? Optional.of(options) : Optional.empty();
    }
}
