package dev.tenon.schema.internal.sql.parse;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Checks whether a piece of SQL, such as a default or a condition, can be inserted into a statement without affecting
 * the rest of it.
 */
public final class SqlFragmentValidator {

    private SqlFragmentValidator() {}

    /**
     * A problem of a fragment.
     *
     * @param problem what is wrong, in one sentence without a full stop
     * @param offset the index in the fragment
     */
    public record Fault(String problem, int offset) {}

    /** The first problem of the fragment; empty if it is self-contained. */
    public static Optional<Fault> fault(String sql) {
        for (int i = 0; i < sql.length(); i = sql.offsetByCodePoints(i, 1)) {
            if (unfit(sql.codePointAt(i))) {
                return Optional.of(
                        new Fault("SQL must not contain the character " + Character.getName(sql.codePointAt(i)), i));
            }
        }
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

    /**
     * Whether a character is not allowed: migration files normalize carriage returns, and the server rejects the
     * others.
     */
    private static boolean unfit(int codePoint) {
        return codePoint == 0 || codePoint == '\r' || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static void check(SqlLexer lexer, String sql) throws IOException {
        Deque<Open> open = new ArrayDeque<>();
        boolean empty = true;
        while (lexer.next()) {
            empty &= lexer.kind().trivia();
            switch (lexer.kind()) {
                case SEMICOLON -> throw lexer.at().error("a semicolon would end the enclosing statement");
                case OPEN -> open.push(new Open(lexer.is('(') ? '(' : '[', lexer.at()));
                case CLOSE -> close(lexer, open);
                case LINE_COMMENT -> lineComment(lexer, sql);
                case SYMBOL -> symbol(lexer);
                default -> {}
            }
        }
        if (!open.isEmpty()) {
            throw open.peek().at().error("'" + open.peek().bracket() + "' is not closed");
        }
        if (empty) {
            throw new ScriptLocation(0, 1, 1).error("the SQL is empty");
        }
    }

    private static void close(SqlLexer lexer, Deque<Open> open) {
        char bracket = lexer.is(')') ? '(' : '[';
        if (open.isEmpty() || open.pop().bracket() != bracket) {
            throw lexer.at().error("unmatched '" + lexer.text() + "'");
        }
    }

    private static void symbol(SqlLexer lexer) {
        if (lexer.is('\\')) {
            throw lexer.at().error("a backslash outside quotes is not valid SQL");
        }
        if (lexer.is('$')) {
            throw lexer.at().error("parameters such as $1 are not supported here");
        }
    }

    private static void lineComment(SqlLexer lexer, String sql) {
        if (lexer.at().offset() + lexer.text().length() == sql.length()) {
            throw lexer.at()
                    .error("a line comment must end with a line break, or it comments out the SQL that" + " follows");
        }
        if (lexer.text().startsWith(StatementReader.BREAKPOINT) || lexer.text().startsWith("-- tenon:")) {
            throw lexer.at().error("the comment is a marker of migration files, which is not allowed here");
        }
    }

    private record Open(char bracket, ScriptLocation at) {}
}
