package dev.tenon.schema.internal.sql.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement that follows the one that creates a SQL-defined object, and adds to it. */
public final class FollowingStatement {

    private static final Set<String> ROUTINES = Set.of("function", "procedure", "routine", "aggregate");
    private static final Set<String> AFTER_GRANTEES = Set.of("with", "granted", "cascade", "restrict");

    private FollowingStatement() {}

    /** The statement that undoes it; empty if that is unknown. */
    public static Optional<String> undo(String sql) {
        StatementTokens tokens = new StatementTokens(sql);
        if (tokens.is(0, "comment")) {
            int is = position(tokens, 1, Set.of("is"));
            return is < tokens.size() ? Optional.of(tokens.text(0, is) + " IS NULL") : Optional.empty();
        }
        if (tokens.is(0, "grant")) {
            return privileges(tokens, "REVOKE ", "to", " FROM ");
        }
        boolean option = tokens.is(1, "grant") && tokens.is(2, "option");
        return tokens.is(0, "revoke") && !option ? privileges(tokens, "GRANT ", "from", " TO ") : Optional.empty();
    }

    /** Whether it gives or takes privileges; the result of several depends on their order. */
    public static boolean isPrivilege(String sql) {
        StatementTokens tokens = new StatementTokens(sql);
        return tokens.is(0, "grant") || tokens.is(0, "revoke");
    }

    /** Whether {@code CREATE OR REPLACE} of a routine undoes it: it alters the routine. */
    public static boolean isUndoneByReplacement(String sql) {
        StatementTokens tokens = new StatementTokens(sql);
        return tokens.is(0, "alter")
                && tokens.size() > 1
                && ROUTINES.contains(tokens.get(1).name())
                && position(tokens, 0, Set.of("owner", "rename", "depends")) == tokens.size();
    }

    /** Whether it may change what a routine returns. */
    public static boolean isAboutResults(String sql) {
        StatementTokens tokens = new StatementTokens(sql);
        return List.of("comment", "grant", "revoke").stream().noneMatch(word -> tokens.is(0, word));
    }

    private static Optional<String> privileges(StatementTokens tokens, String verb, String before, String after) {
        int on = position(tokens, 1, Set.of("on"));
        int grantees = position(tokens, on, Set.of(before));
        int end = position(tokens, grantees, AFTER_GRANTEES);
        return grantees < tokens.size()
                ? Optional.of(verb + tokens.text(1, grantees) + after + tokens.text(grantees + 1, end))
                : Optional.empty();
    }

    /** The first position, outside parentheses, of one of the words. */
    private static int position(StatementTokens tokens, int from, Set<String> words) {
        int depth = 0;
        for (int at = from; at < tokens.size(); at++) {
            depth += tokens.is(at, "(") ? 1 : tokens.is(at, ")") ? -1 : 0;
            boolean word = tokens.get(at).kind() == TokenKind.WORD
                    && words.contains(tokens.get(at).name());
            if (depth == 0 && word) {
                return at;
            }
        }
        return tokens.size();
    }
}
