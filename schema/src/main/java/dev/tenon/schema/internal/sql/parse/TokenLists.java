package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.parse.SqlTokens.Token;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Lists of tokens with parentheses and commas. */
final class TokenLists {

    private TokenLists() {}

    /** The position of the parenthesis or bracket that closes the one at the position; else that of the last token. */
    static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            TokenKind kind = tokens.get(at).kind();
            depth += kind == TokenKind.OPEN ? 1 : kind == TokenKind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size() - 1;
    }

    /** Whether the token is a keyword that is not quoted. */
    static boolean isKeyword(Token token) {
        return token.kind() == TokenKind.WORD && Identifier.isKeyword(token.name());
    }

    /** The parts between commas outside parentheses; no empty ones. */
    static List<List<Token>> separated(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at <= tokens.size(); at++) {
            if (at < tokens.size() && tokens.get(at).kind() == TokenKind.OPEN) {
                at = closing(tokens, at);
            } else if (at == tokens.size() || tokens.get(at).is(",")) {
                if (begin < at) {
                    parts.add(tokens.subList(begin, at));
                }
                begin = at + 1;
            }
        }
        return parts;
    }
}
