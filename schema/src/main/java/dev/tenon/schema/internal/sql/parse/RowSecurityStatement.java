package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement about the row-level security of a table: {@code ALTER TABLE … ENABLE} or {@code FORCE ROW LEVEL SECURITY},
 * or {@code CREATE POLICY}.
 *
 * @param kind what it does
 * @param table the table
 * @param roles the roles of a policy, {@code public} for all
 */
public record RowSecurityStatement(Kind kind, QualifiedName table, List<String> roles) {

    /** What the statement does. */
    public enum Kind {
        ENABLE,
        FORCE,
        PERMISSIVE_POLICY,
        RESTRICTIVE_POLICY
    }

    public RowSecurityStatement {
        roles = List.copyOf(roles);
    }

    /** Reads the statement; empty if it is another one. */
    public static Optional<RowSecurityStatement> of(String sql) {
        if (!SqlTokens.mayHave(sql, "security") && !SqlTokens.mayHave(sql, "policy")) {
            return Optional.empty();
        }
        List<Token> tokens = SqlTokens.meaningful(sql);
        if (starts(tokens, 0, "alter", "table")) {
            int end = tokens.size() - 4;
            Optional<QualifiedName> table = name(tokens, 2, end);
            boolean security = end > 2 && starts(tokens, end + 1, "row", "level", "security");
            boolean enable = security && tokens.get(end).is("enable");
            boolean force = security && tokens.get(end).is("force");
            return table.filter(any -> enable || force)
                    .map(on -> new RowSecurityStatement(enable ? Kind.ENABLE : Kind.FORCE, on, List.of()));
        }
        return starts(tokens, 0, "create", "policy") ? policy(tokens) : Optional.empty();
    }

    private static Optional<RowSecurityStatement> policy(List<Token> tokens) {
        int on = 3;
        if (tokens.size() <= on || !tokens.get(on).is("on")) {
            return Optional.empty();
        }
        int end = on + 2;
        while (end + 1 < tokens.size() && tokens.get(end).is(".")) {
            end += 2;
        }
        boolean restrictive = starts(tokens, end, "as", "restrictive");
        List<String> roles = new ArrayList<>();
        for (int at = end; at < tokens.size() && !tokens.get(at).is("("); at++) {
            if (tokens.get(at).is("to")) {
                do {
                    at++;
                    roles.add(tokens.get(at).name());
                    at++;
                } while (at + 1 < tokens.size() && tokens.get(at).is(","));
                at--;
            }
        }
        if (roles.isEmpty()) {
            roles.add("public");
        }
        Kind kind = restrictive ? Kind.RESTRICTIVE_POLICY : Kind.PERMISSIVE_POLICY;
        return name(tokens, on + 1, end).map(table -> new RowSecurityStatement(kind, table, roles));
    }

    /** The name between two places, which is in the default schema unless it is qualified. */
    private static Optional<QualifiedName> name(List<Token> tokens, int from, int end) {
        if (end == from + 1 && tokens.get(from).mayName()) {
            return Optional.of(new QualifiedName(
                    QualifiedName.DEFAULT_SCHEMA, tokens.get(from).name()));
        }
        if (end == from + 3 && tokens.get(from + 1).is(".")) {
            return Optional.of(new QualifiedName(
                    tokens.get(from).name(), tokens.get(from + 2).name()));
        }
        return Optional.empty();
    }

    private static boolean starts(List<Token> tokens, int at, String... words) {
        if (at < 0 || tokens.size() < at + words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }
}
