package dev.tenon.schema.internal.sql.parse;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements of a script one by one. A semicolon, a line {@value #BREAKPOINT} or the end of the script ends a
 * statement. It keeps one statement in memory, so a script may have any length. Closing it closes the script.
 */
public final class StatementReader implements AutoCloseable {

    /** The line that ends a statement with or without a semicolon. */
    static final String BREAKPOINT = "--> statement-breakpoint";

    private final Reader script;
    private final SqlLexer lexer;
    private final Predicate<String> isMarker;
    private final Deque<ScriptItem> ready = new ArrayDeque<>();
    private boolean ended;
    private List<String> lastComments = List.of();

    private final StatementBuilder statement;
    private StatementBoundary shape = new StatementBoundary();

    /** Reads a script without markers; the maximum memory limits the length of a statement. */
    public StatementReader(Reader script) {
        this(script, comment -> false);
    }

    /**
     * Reads a script with markers.
     *
     * @param script the script, with any line ends
     * @param isMarker tells whether a {@code --} comment at the beginning of a line is a marker; a marker ends a statement
     */
    public StatementReader(Reader script, Predicate<String> isMarker) {
        this(script, isMarker, (int)
                Math.min(Integer.MAX_VALUE / 4, Runtime.getRuntime().maxMemory() / 16));
    }

    /** Reads a script whose statements have at most {@code longestStatement} characters. */
    public StatementReader(Reader script, Predicate<String> isMarker, int longestStatement) {
        this.script = script;
        this.lexer = new SqlLexer(script, longestStatement);
        this.isMarker = isMarker;
        this.statement = new StatementBuilder(longestStatement);
    }

    /**
     * The next statement or marker; null at the end.
     *
     * @throws SqlSyntaxException if something is not closed, with the position at which it begins
     * @throws IOException if the script cannot be read
     */
    public @Nullable ScriptItem next() throws IOException {
        while (ready.isEmpty() && !ended) {
            if (lexer.next()) {
                token();
            } else {
                ended = true;
                finish();
                lastComments = statement.takeComments();
            }
        }
        return ready.poll();
    }

    /** The comments after the last statement, once {@link #next()} has reached the end. */
    public List<String> lastComments() {
        return lastComments;
    }

    @Override
    public void close() throws IOException {
        script.close();
    }

    private void token() {
        switch (lexer.kind()) {
            case WHITESPACE -> statement.blank(lexer);
            case LINE_COMMENT -> lineComment(lexer.text().stripTrailing());
            case BLOCK_COMMENT -> statement.comment(lexer);
            default -> code();
        }
    }

    private void lineComment(String comment) {
        if (comment.equals(BREAKPOINT)) {
            finish();
        } else if (lexer.at().column() == 1 && isMarker.test(comment)) {
            finish();
            ready.add(new ScriptMarker(comment, lexer.at().line(), statement.takeComments()));
        } else {
            statement.comment(lexer);
        }
    }

    private void code() {
        if (shape.endsWith(lexer)) {
            finish();
        } else {
            statement.code(lexer);
        }
    }

    private void finish() {
        shape.unfinished().ifPresent(unfinished -> {
            throw unfinished;
        });
        if (!statement.isEmpty()) {
            ready.add(statement.statement());
        }
        shape = new StatementBoundary();
    }
}
