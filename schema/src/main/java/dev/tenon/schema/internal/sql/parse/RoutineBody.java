package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of a routine that the server parses at creation, and that therefore can only be created after what the body
 * uses.
 */
public final class RoutineBody {

    private static final Pattern CREATE = Pattern.compile("(?is)^(\\s*create)\\s+(function|procedure)\\b");

    private static final String BODY = "LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'";

    private static final Pattern ATOMIC = Pattern.compile("(?i)atomic;");

    private RoutineBody() {}

    /**
     * Returns the statement with a body that returns NULL, which the server neither parses at creation nor reads to
     * simplify an expression; empty if the server does not parse the body of the statement.
     */
    public static Optional<String> withoutBody(String create) {
        List<Token> tokens = SqlTokens.allOrNone(create);
        StringBuilder before = new StringBuilder();
        int open = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (open == 0 && (token.is("return") || token.is("begin"))) {
                return Optional.of(before + BODY);
            }
            if (open == 0 && token.is("language")) {
                at = SqlTokens.next(tokens, at);
            } else {
                before.append(token.text());
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the statement so that the driver sends it as one: it would separate {@code BEGIN ATOMIC;} there, unless a
     * blank precedes the semicolon.
     */
    public static String inOnePiece(String sql) {
        if (!ATOMIC.matcher(sql).find()) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        boolean atomic = false;
        for (Token token : SqlTokens.allOrNone(sql)) {
            text.append(atomic && token.is(";") ? " ;" : token.text());
            atomic = token.is("atomic");
        }
        return text.toString();
    }

    /** Returns the statement so that it replaces a routine with the same signature. */
    public static String replacing(String create) {
        return CREATE.matcher(create).replaceFirst("$1 OR REPLACE $2");
    }
}
