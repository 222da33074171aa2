package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads expressions for {@link SessionValue}: removes what does not change the value, which are parentheses, casts,
 * collations, a scalar subquery without FROM, NULLIF with an empty text, and a CASE that only rejects inexact casts.
 */
final class SessionValueParser {

    private static final Pattern BODY = Pattern.compile(
            "(?is)\\s*(BEGIN\\s+(ATOMIC\\s+)?)?(RETURN\\b|SELECT\\b)(?<value>[^;]*);?\\s*(END\\s*;?)?\\s*");

    private static final Pattern DOLLARS = Pattern.compile("(?s)\\$\\w*\\$(?<body>.*)\\$\\w*\\$");

    private static final SessionValue OTHER = new SessionValue.Other();

    private SessionValueParser() {}

    static SessionValue returned(String createFunction) {
        List<Token> tokens = SqlTokens.meaningful(createFunction);
        for (int at = 1; at < tokens.size(); at++) {
            if (tokens.get(at - 1).is("as") && tokens.get(at).kind() == TokenKind.CONSTANT) {
                return ofBody(unquoted(tokens.get(at).text()));
            }
            if (tokens.get(at).is("return")) {
                return value(tokens.subList(at + 1, tokens.size()));
            }
        }
        return OTHER;
    }

    private static SessionValue ofBody(String body) {
        Matcher only = BODY.matcher(body);
        return only.matches() ? SessionValue.of(only.group("value")) : OTHER;
    }

    private static String unquoted(String constant) {
        Matcher dollars = DOLLARS.matcher(constant);
        return dollars.matches()
                ? dollars.group("body")
                : constant.substring(1, constant.length() - 1).replace("''", "'");
    }

    static SessionValue value(List<Token> expression) {
        List<Token> tokens = bare(expression);
        if (tokens.isEmpty()) {
            return OTHER;
        }
        if (tokens.get(0).is("select")) {
            return value(withoutAlias(tokens.subList(1, tokens.size())));
        }
        if (tokens.get(0).is("case")) {
            return ofCase(tokens);
        }
        int open = nameEnd(tokens);
        if (open == 0
                || open >= tokens.size()
                || !tokens.get(open).is("(")
                || TokenLists.closing(tokens, open) != tokens.size() - 1) {
            return OTHER;
        }
        List<List<Token>> arguments = TokenLists.separated(tokens.subList(open + 1, tokens.size() - 1));
        return switch (tokens.get(open - 1).name()) {
            case "current_setting" -> arguments.isEmpty() ? OTHER : setting(arguments.get(0));
            case "nullif" -> arguments.size() == 2 && isEmptyText(arguments.get(1)) ? value(arguments.get(0)) : OTHER;
            default -> arguments.isEmpty() ? new SessionValue.Call(text(tokens.subList(0, open))) : OTHER;
        };
    }

    /** A CASE with one branch whose condition and result read the same value. */
    private static SessionValue ofCase(List<Token> tokens) {
        int then = position(tokens, "then");
        int end = position(tokens, "end");
        int equals = position(tokens, "=");
        boolean single = tokens.size() > 2 && tokens.get(1).is("when") && equals > 0 && equals < then && then < end;
        if (!single || end != tokens.size() - 1 || position(tokens, "else") > 0) {
            return OTHER;
        }
        SessionValue result = value(tokens.subList(then + 1, end));
        // The server prints the condition in parentheses.
        List<Token> condition = unwrapped(tokens.subList(2, then));
        int middle = position(condition, "=");
        return middle > 0
                        && value(condition.subList(0, middle)).equals(result)
                        && value(condition.subList(middle + 1, condition.size()))
                                .equals(result)
                ? result
                : OTHER;
    }

    /** The position of a word or symbol; outside parentheses if it is there, else the first. */
    private static int position(List<Token> tokens, String word) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).kind() == TokenKind.OPEN) {
                at = TokenLists.closing(tokens, at);
            } else if (tokens.get(at).is(word)) {
                return at;
            }
        }
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).is(word)) {
                return at;
            }
        }
        return -1;
    }

    private static SessionValue setting(List<Token> argument) {
        List<Token> name = bare(argument);
        boolean literal = name.size() == 1
                && name.get(0).kind() == TokenKind.CONSTANT
                && name.get(0).text().startsWith("'");
        return literal ? new SessionValue.Setting(unquoted(name.get(0).text())) : OTHER;
    }

    private static boolean isEmptyText(List<Token> argument) {
        List<Token> text = bare(argument);
        return text.size() == 1 && text.get(0).text().equals("''");
    }

    /** The expression without surrounding parentheses, casts and collations. */
    static List<Token> bare(List<Token> expression) {
        List<Token> tokens = unwrapped(expression);
        int cast = lastConversion(tokens);
        while (cast > 0) {
            tokens = unwrapped(tokens.subList(0, cast));
            cast = lastConversion(tokens);
        }
        return tokens;
    }

    private static List<Token> unwrapped(List<Token> expression) {
        List<Token> tokens = expression;
        while (tokens.size() > 2 && tokens.get(0).is("(") && TokenLists.closing(tokens, 0) == tokens.size() - 1) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        return tokens;
    }

    /** The position of a cast or collation at the end of the expression; -1 if it ends otherwise. */
    private static int lastConversion(List<Token> tokens) {
        int found = -1;
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).kind() == TokenKind.OPEN) {
                at = TokenLists.closing(tokens, at);
            } else if (tokens.get(at).is("collate")
                    || (at + 1 < tokens.size()
                            && tokens.get(at).is(":")
                            && tokens.get(at + 1).is(":"))) {
                found = at;
            }
        }
        return found > 0 && isType(tokens.subList(found + 1, tokens.size())) ? found : -1;
    }

    /** Whether these are the words, lengths and brackets of a type or collation, and no operator. */
    private static boolean isType(List<Token> tokens) {
        return tokens.stream()
                .allMatch(token -> token.mayName()
                        || token.kind() == TokenKind.OPEN
                        || token.kind() == TokenKind.CLOSE
                        || token.kind() == TokenKind.CONSTANT
                        || token.is(",")
                        || token.is(".")
                        || token.is(":"));
    }

    /** The only result of a query, without the name that the server prints for it. */
    private static List<Token> withoutAlias(List<Token> query) {
        int size = query.size();
        boolean named =
                size > 2 && query.get(size - 2).is("as") && query.get(size - 1).mayName();
        return named ? query.subList(0, size - 2) : query;
    }

    /** The position after the qualified name at the beginning. */
    private static int nameEnd(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size() && tokens.get(at).mayName()) {
            at++;
            if (at + 1 < tokens.size() && tokens.get(at).is(".")) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private static String text(List<Token> name) {
        List<String> parts = new ArrayList<>();
        name.stream().filter(Token::mayName).forEach(part -> parts.add(part.name()));
        return String.join(".", parts);
    }
}
