package dev.tenon.schema.internal.sql.parse;

import java.util.List;
import java.util.Optional;

/**
 * Follows one statement token by token and finds the semicolon that ends it: not one in parentheses, nor one in the
 * {@code BEGIN ATOMIC … END} body of a function.
 *
 * <p>Within such a body {@code END} is its end exactly where a statement could begin; an {@code END} anywhere else
 * belongs to a {@code CASE} or is a name.
 */
final class StatementBoundary {

    private static final List<String> ROUTINES =
            List.of("create function", "create procedure", "create or replace function", "create or replace procedure");
    private static final int HEAD_WORDS = 4;

    private String head = "";
    private int headWords;
    private String previous = "";
    private int depth;
    private boolean body;
    private boolean bodyStatementBegins;
    private ScriptLocation open = new ScriptLocation(0, 1, 1);

    /**
     * Takes the next token that is not a blank or comment.
     *
     * @return whether it is the semicolon that ends the statement
     */
    boolean endsWith(SqlLexer token) {
        boolean semicolon = token.kind() == TokenKind.SEMICOLON && depth == 0;
        if (semicolon && !body) {
            return true;
        }
        String word = depth == 0 ? token.keyword() : "";
        if (body) {
            body = !(bodyStatementBegins && word.equals("end"));
            bodyStatementBegins = semicolon;
        } else if (!word.isEmpty()) {
            outsideBody(token, word);
        }
        parenthesis(token);
        previous = word;
        return false;
    }

    /** The error if the statement cannot end here because a body or parenthesis is open. */
    Optional<SqlSyntaxException> unfinished() {
        if (body) {
            return Optional.of(open.error("the BEGIN ATOMIC body that begins here has no END"));
        }
        return depth == 0 ? Optional.empty() : Optional.of(open.error("the parenthesis that opens here is not closed"));
    }

    private void outsideBody(SqlLexer token, String word) {
        if (headWords < HEAD_WORDS) {
            head += (headWords == 0 ? "" : " ") + word;
            headWords++;
        }
        if (previous.equals("begin") && word.equals("atomic") && isRoutine()) {
            body = true;
            bodyStatementBegins = true;
            open = token.at();
        }
        if (previous.equals("from") && word.equals("stdin") && head.startsWith("copy ")) {
            throw token.at().error("COPY … FROM STDIN reads its rows from a client program; use INSERT instead");
        }
    }

    private boolean isRoutine() {
        return ROUTINES.stream().anyMatch(routine -> (head + " ").startsWith(routine + " "));
    }

    private void parenthesis(SqlLexer token) {
        if (token.is('(')) {
            if (depth == 0 && !body) {
                open = token.at();
            }
            depth++;
        } else if (token.is(')')) {
            depth = Math.max(0, depth - 1);
        }
    }
}
