package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** The significant tokens of a CREATE statement, with the positions of blanks between them. */
final class StatementTokens {

    private final List<Token> tokens = new ArrayList<>();
    private final List<Boolean> spaced = new ArrayList<>();

    StatementTokens(String create) {
        boolean blank = false;
        for (Token token : SqlTokens.allOrNone(create)) {
            if (!token.kind().trivia() && token.kind() != TokenKind.SEMICOLON) {
                tokens.add(token);
                spaced.add(blank);
            }
            blank = token.kind().trivia();
        }
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    boolean is(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
    }

    /** The position after the name of the created object. */
    int afterName() {
        CreateStatementParser head = new CreateStatementParser(tokens);
        return head.read().map(made -> head.places(made.kind()).get(0).to()).orElse(tokens.size());
    }

    /** The position of the parenthesis that closes the one at {@code open}; the end if there is none. */
    int close(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** The texts between commas outside parentheses. */
    List<String> separated(int from, int to) {
        List<String> parts = new ArrayList<>();
        int begin = from;
        for (int at = from; at <= to; at++) {
            if (at < to && is(at, "(")) {
                at = Math.min(close(at), to);
            }
            if (at == to || is(at, ",")) {
                if (begin < at) {
                    parts.add(text(begin, at));
                }
                begin = at + 1;
            }
        }
        return parts;
    }

    /** The text of the tokens, with one blank for each run of blanks and comments. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(spaced.get(i) && i > from ? " " : "")
                    .append(tokens.get(i).text());
        }
        return text.toString();
    }
}
