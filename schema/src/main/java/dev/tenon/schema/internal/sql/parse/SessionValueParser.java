package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads expressions for {@link SessionValue}: removes what does not change the value, which are parentheses, casts,
 * collations, a scalar subquery without FROM, NULLIF with an empty text, and a CASE that only rejects inexact casts.
 */
final class SessionValueParser {

    private static final Pattern BODY = Pattern.compile(
            "(?is)\\s*(BEGIN\\s+(ATOMIC\\s+)?)?(RETURN\\b|SELECT\\b)(?<value>[^;]*);?\\s*(END\\s*;?)?\\s*");

    private static final Pattern DOLLARS = Pattern.compile("(?s)\\$\\w*\\$(?<body>.*)\\$\\w*\\$");

    /** Types whose casts from and to text, and between numbers, reject what they cannot keep. */
    private static final Set<String> EXACT =
            Set.of("text", "character varying", "varchar", "uuid", "smallint", "integer", "bigint", "numeric");

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
        return value(expression, true);
    }

    private static SessionValue value(List<Token> expression, boolean exact) {
        List<Token> tokens = bare(expression, exact);
        if (tokens.isEmpty()) {
            return OTHER;
        }
        if (tokens.get(0).is("select")) {
            return value(withoutAlias(tokens.subList(1, tokens.size())), exact);
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
            case "nullif" ->
                arguments.size() == 2 && isEmptyText(arguments.get(1)) ? value(arguments.get(0), exact) : OTHER;
            default -> arguments.isEmpty() ? new SessionValue.Call(text(tokens.subList(0, open))) : OTHER;
        };
    }

    /** A CASE with one branch, whose condition makes sure that the conversion of its result keeps the value. */
    private static SessionValue ofCase(List<Token> tokens) {
        int then = position(tokens, "then");
        int end = position(tokens, "end");
        int equals = position(tokens, "=");
        boolean single = tokens.size() > 2 && tokens.get(1).is("when") && equals > 0 && equals < then && then < end;
        int otherwise = position(tokens, "else");
        // The server prints what is null without it.
        boolean elseNull = otherwise < 0 || isNull(tokens.subList(otherwise + 1, Math.max(end, otherwise + 1)));
        if (!single || end != tokens.size() - 1 || !elseNull) {
            return OTHER;
        }
        SessionValue result = value(tokens.subList(then + 1, otherwise < 0 ? end : otherwise), false);
        // The server prints the condition in parentheses.
        List<Token> condition = unwrapped(tokens.subList(2, then));
        int middle = position(condition, "=");
        return middle > 0
                        && value(condition.subList(0, middle), false).equals(result)
                        && value(condition.subList(middle + 1, condition.size()), false)
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

    private static boolean isNull(List<Token> expression) {
        List<Token> bare = bare(expression, false);
        return bare.size() == 1 && bare.get(0).is("null");
    }

    private static boolean isEmptyText(List<Token> argument) {
        List<Token> text = bare(argument);
        return text.size() == 1 && text.get(0).text().equals("''");
    }

    /** The expression without surrounding parentheses, and without casts that keep every value apart. */
    static List<Token> bare(List<Token> expression) {
        return bare(expression, true);
    }

    private static List<Token> bare(List<Token> expression, boolean exact) {
        List<Token> tokens = unwrapped(expression);
        int cast = lastConversion(tokens, exact);
        while (cast > 0) {
            tokens = unwrapped(tokens.subList(0, cast));
            cast = lastConversion(tokens, exact);
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

    /**
     * The position of a cast or collation at the end of the expression; -1 if it ends otherwise.
     *
     * @param exact whether the conversion must keep every value apart
     */
    private static int lastConversion(List<Token> tokens, boolean exact) {
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
        if (found < 1) {
            return -1;
        }
        boolean collation = tokens.get(found).is("collate");
        List<Token> type = tokens.subList(found + (collation ? 1 : 2), tokens.size());
        boolean fits = exact
                ? !collation && EXACT.contains(words(type))
                : type.stream().allMatch(SessionValueParser::isType);
        return fits ? found : -1;
    }

    /** The words, lengths and brackets of a type or collation, and no operator. */
    private static boolean isType(Token token) {
        return token.mayName()
                || token.kind() == TokenKind.OPEN
                || token.kind() == TokenKind.CLOSE
                || token.kind() == TokenKind.CONSTANT
                || token.is(",")
                || token.is(".");
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

    private static String words(List<Token> type) {
        return type.stream().map(Token::text).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
    }

    private static String text(List<Token> name) {
        List<String> parts = new ArrayList<>();
        name.stream().filter(Token::mayName).forEach(part -> parts.add(part.name()));
        return String.join(".", parts);
    }
}
