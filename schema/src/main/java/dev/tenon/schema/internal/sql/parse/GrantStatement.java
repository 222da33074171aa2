package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A GRANT of privileges on a table or view, or on some of its columns.
 *
 * @param on the table or view
 * @param privileges the privileges in lower case, without their columns
 * @param grantees the roles
 */
public record GrantStatement(QualifiedName on, List<String> privileges, List<String> grantees) {

    public GrantStatement {
        privileges = List.copyOf(privileges);
        grantees = List.copyOf(grantees);
    }

    /** The grants on tables and views among the statements of a script. */
    public static List<GrantStatement> in(String script) {
        return SqlScript.of(script).statements().stream()
                .flatMap(statement -> read(SqlTokens.meaningful(statement)).stream())
                .toList();
    }

    /** Whether it grants one of the privileges, or all. */
    public boolean grants(Set<String> some) {
        return privileges.stream().anyMatch(privilege -> privilege.equals("all") || some.contains(privilege));
    }

    private static Optional<GrantStatement> read(List<Token> tokens) {
        int on = outside(tokens, "on", 0);
        int to = outside(tokens, "to", on);
        if (tokens.isEmpty() || !tokens.get(0).is("grant") || to >= tokens.size()) {
            return Optional.empty();
        }
        int from = on + (tokens.get(on + 1).is("table") ? 2 : 1);
        boolean qualified = to == from + 3 && tokens.get(from + 1).is(".");
        if (to != from + 1 && !qualified) {
            return Optional.empty();
        }
        String schema = qualified ? tokens.get(from).name() : QualifiedName.DEFAULT_SCHEMA;
        return Optional.of(new GrantStatement(
                new QualifiedName(schema, tokens.get(to - 1).name()),
                names(tokens.subList(1, on)),
                names(tokens.subList(to + 1, Math.min(outside(tokens, "with", to), outside(tokens, "granted", to))))));
    }

    /** The names outside parentheses; those of roles without the word GROUP, which has no meaning. */
    private static List<String> names(List<Token> tokens) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.mayName() && !token.is("group") && !token.is("privileges")) {
                names.add(token.name());
            }
        }
        return names;
    }

    /** The position of a word outside parentheses; behind the last token if it does not occur. */
    private static int outside(List<Token> tokens, String word, int from) {
        int depth = 0;
        for (int at = from; at < tokens.size(); at++) {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            if (depth == 0 && tokens.get(at).is(word)) {
                return at;
            }
        }
        return tokens.size();
    }
}
