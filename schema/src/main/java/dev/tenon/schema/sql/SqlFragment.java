package dev.tenon.schema.sql;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Tells whether a piece of SQL, such as a default or a condition, can stand inside a statement without breaking out of it. */
public final class SqlFragment {

    private SqlFragment() {}

    /**
     * What a fragment does to the SQL around it.
     *
     * @param problem what is wrong, in one sentence without a full stop
     * @param offset the index in the fragment
     */
    public record Fault(String problem, int offset) {}

    /** The first thing wrong with the fragment; empty if it is one closed piece of SQL. */
    public static Optional<Fault> fault(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        try {
            check(lexer, sql);
            return Optional.empty();
        } catch (SqlSyntaxException broken) {
            return Optional.of(new Fault(broken.problem(), (int) broken.at().offset()));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string does no I/O", impossible);
        }
    }

    private static void check(SqlLexer lexer, String sql) throws IOException {
        Deque<Open> open = new ArrayDeque<>();
        boolean empty = true;
        while (lexer.next()) {
            empty &= lexer.kind().trivia();
            switch (lexer.kind()) {
                case SEMICOLON -> throw lexer.at().error("a semicolon ends the statement around it");
                case OPEN -> open.push(new Open(lexer.is('(') ? '(' : '[', lexer.at()));
                case CLOSE -> close(lexer, open);
                case LINE_COMMENT -> lineComment(lexer, sql);
                default -> {}
            }
        }
        if (!open.isEmpty()) {
            throw open.peek().at().error("'" + open.peek().bracket() + "' that opens here is not closed");
        }
        if (empty) {
            throw new ScriptPlace(0, 1, 1).error("there is no SQL in it");
        }
    }

    private static void close(SqlLexer lexer, Deque<Open> open) {
        char bracket = lexer.is(')') ? '(' : '[';
        if (open.isEmpty() || open.pop().bracket() != bracket) {
            throw lexer.at().error("'" + lexer.text() + "' closes nothing that was opened");
        }
    }

    private static void lineComment(SqlLexer lexer, String sql) {
        if (lexer.at().offset() + lexer.text().length() == sql.length()) {
            throw lexer.at().error("a comment without a line end after it swallows what follows");
        }
    }

    private record Open(char bracket, ScriptPlace at) {}
}
