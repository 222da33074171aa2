package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces the names of roles in a statement, by their places in PostgreSQL's grammar: a table or column of the same name
 * stays.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-commands.html">SQL Commands</a>
 */
public final class RoleRewriter {

    /** Before a role, whatever the command. */
    private static final Set<String> BEFORE_ONE = Set.of("authorization", "role", "user", "group");

    private static final Set<String> LISTING = Set.of("grant", "revoke");

    /** Commands and functions in which a constant may name a role. */
    private static final Pattern NAMING = Pattern.compile(
            "(?is).*\\b(?:do|function|procedure|routine|trigger|execute|set_config|current_user|session_user|\\w*role\\w*"
                    + "|has_\\w+_privilege)\\b.*");

    private RoleRewriter() {}

    /** Returns the statement with other names of roles; the statement itself if it cannot be read. */
    public static String in(String sql, Map<String, String> roles) {
        if (roles.keySet().stream().noneMatch(role -> SqlTokens.mayHave(sql, role))) {
            return sql;
        }
        List<Token> tokens = SqlTokens.allOrNone(sql);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).kind().trivia()) {
                places.add(i);
            }
        }
        if (tokens.isEmpty()) {
            return sql;
        }
        List<Token> meaningful = places.stream().map(tokens::get).toList();
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean here = next < places.size() && places.get(next) == i;
            String other = here && token.mayName() && isRole(meaningful, next) ? roles.get(token.name()) : null;
            text.append(other == null ? token.text() : Identifier.quote(other));
            next += here ? 1 : 0;
        }
        return text.toString();
    }

    /** Whether a constant of the statement may name one of the roles, so that replacing names is not enough. */
    public static boolean isUnclear(String sql, Set<String> roles) {
        if (roles.stream().noneMatch(role -> SqlTokens.mayHave(sql, role))
                || !NAMING.matcher(sql).matches()) {
            return false;
        }
        List<Token> tokens = SqlTokens.meaningful(sql);
        return (tokens.isEmpty() || !tokens.get(0).is("comment"))
                && tokens.stream()
                        .filter(token ->
                                token.kind() == TokenKind.CONSTANT || token.kind() == TokenKind.ESCAPED_CONSTANT)
                        .anyMatch(token -> roles.stream().anyMatch(role -> mentions(token.text(), role)));
    }

    private static boolean mentions(String constant, String role) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}_$])" + Pattern.quote(role.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{N}_$])")
                .matcher(constant.toLowerCase(Locale.ROOT))
                .find();
    }

    private static boolean isRole(List<Token> tokens, int at) {
        if (at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        boolean qualified = before.text().equals(".")
                || (at + 1 < tokens.size() && tokens.get(at + 1).text().equals("."));
        if (qualified) {
            return false;
        }
        String command = word(tokens, 0);
        boolean policy = word(tokens, 1).equals("policy");
        if (before.text().equals(",")) {
            return isListed(tokens, at, command, policy);
        }
        return isFirst(tokens, at, command, policy);
    }

    /** A name after a comma is a role if the first name of its list is one. */
    private static boolean isListed(List<Token> tokens, int at, String command, boolean policy) {
        int first = at;
        while (first >= 2
                && tokens.get(first - 1).text().equals(",")
                && tokens.get(first - 2).mayName()) {
            first -= 2;
        }
        return isFirst(tokens, first, command, policy);
    }

    private static boolean isFirst(List<Token> tokens, int at, String command, boolean policy) {
        String before = word(tokens, at - 1);
        String earlier = at >= 2 ? word(tokens, at - 2) : "";
        if (BEFORE_ONE.contains(before)) {
            return true;
        }
        boolean lists = LISTING.contains(command)
                || (command.equals("alter") && word(tokens, 1).equals("default"));
        return switch (before) {
            case "to" ->
                lists || earlier.equals("owner") || (policy && !earlier.equals("rename")) || command.equals("reassign");
            case "from" -> lists;
            case "by" ->
                earlier.equals("granted")
                        || (earlier.equals("owned")
                                && Set.of("drop", "reassign").contains(command));
            case "grant", "revoke" -> at == 1 && isMembership(tokens);
            default -> false;
        };
    }

    /** Whether roles are granted, not privileges on objects. */
    private static boolean isMembership(List<Token> tokens) {
        return tokens.stream().noneMatch(token -> token.is("on"));
    }

    private static String word(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).kind() == TokenKind.WORD
                ? tokens.get(at).text().toLowerCase(Locale.ROOT)
                : "";
    }
}
