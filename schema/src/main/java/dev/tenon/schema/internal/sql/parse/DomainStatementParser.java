package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Parses a CREATE DOMAIN statement. */
final class DomainStatementParser {

    private static final Set<String> PARTS = Set.of("collate", "default", "constraint", "check", "not", "null");

    private final StatementTokens tokens;
    private final Map<String, String> checks = new TreeMap<>();
    private final List<String> nameless = new ArrayList<>();
    private Optional<String> defaultValue = Optional.empty();
    private boolean notNull;
    private int at;

    DomainStatementParser(String create) {
        this.tokens = new StatementTokens(create);
    }

    DomainStatement read(QualifiedName name) {
        at = tokens.afterName();
        at += is(at, "as") ? 1 : 0;
        String type = part(at);
        Optional<String> own = Optional.empty();
        while (at < tokens.size()) {
            if (is(at, "collate")) {
                type += " " + part(at + 1).replaceFirst("(?i)^collate", "COLLATE");
            } else if (is(at, "default")) {
                at++;
                defaultValue = Optional.of(part(at + 1));
            } else if (is(at, "constraint") && at + 1 < tokens.size()) {
                own = Optional.of(tokens.get(at + 1).name());
                at += 2;
            } else if (is(at, "check")) {
                check(own);
                own = Optional.empty();
            } else {
                notNull |= is(at, "not");
                at += is(at, "not") ? 2 : 1;
            }
        }
        return new DomainStatement(name, type, defaultValue, notNull, checks, nameless);
    }

    private void check(Optional<String> own) {
        at++;
        String check = "CHECK " + part(at);
        if (is(at, "not") && is(at + 1, "valid")) {
            check += " NOT VALID";
            at += 2;
        }
        if (own.isPresent()) {
            checks.put(own.get(), check);
        } else {
            nameless.add(check);
        }
    }

    /** The text from the current position to the next part, which does not begin before the given position. */
    private String part(int notBefore) {
        int from = at;
        int depth = 0;
        while (at < tokens.size()
                && (at < notBefore || depth > 0 || PARTS.stream().noneMatch(tokens.get(at)::is))) {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            at++;
        }
        return tokens.text(from, at);
    }

    private boolean is(int index, String word) {
        return tokens.is(index, word);
    }
}
