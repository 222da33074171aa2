package dev.tenon.schema.sql;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements of a script one by one, each ended by a semicolon, by a line {@value #BREAKPOINT} or by the end.
 * It keeps one statement in memory, so the script may be of any length. Closing it closes the script.
 */
public final class StatementReader implements AutoCloseable {

    /** The line that ends a statement with or without a semicolon. */
    public static final String BREAKPOINT = "--> statement-breakpoint";

    private final Reader script;
    private final SqlLexer lexer;
    private final int longestStatement;
    private final Predicate<String> isMarker;
    private final Deque<ScriptItem> ready = new ArrayDeque<>();
    private boolean ended;

    private final List<String> comments = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private StatementShape shape = new StatementShape();
    private int line;
    private int lastTokenEnd;
    private int commentLength;

    /** Reads a script without markers, with statements as long as an eighth of the memory allows. */
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
                Math.min(Integer.MAX_VALUE / 4, Runtime.getRuntime().maxMemory() / 8));
    }

    /** Reads a script whose statements have at most {@code longestStatement} characters. */
    StatementReader(Reader script, Predicate<String> isMarker, int longestStatement) {
        this.script = script;
        this.lexer = new SqlLexer(script, longestStatement);
        this.isMarker = isMarker;
        this.longestStatement = longestStatement;
    }

    /**
     * The next statement or marker; null at the end.
     *
     * @throws SqlSyntaxException if something does not end that should, with the place where it begins
     * @throws IOException if the script cannot be read
     */
    public @Nullable ScriptItem next() throws IOException {
        while (ready.isEmpty() && !ended) {
            if (lexer.next()) {
                token();
            } else {
                ended = true;
                finish();
            }
        }
        return ready.poll();
    }

    @Override
    public void close() throws IOException {
        script.close();
    }

    private void token() {
        switch (lexer.kind()) {
            case WHITESPACE -> blank();
            case LINE_COMMENT -> lineComment(lexer.text().stripTrailing());
            case BLOCK_COMMENT -> comment(lexer.text());
            default -> code();
        }
    }

    private void blank() {
        if (!text.isEmpty()) {
            append();
        }
    }

    private void lineComment(String comment) {
        boolean marker = lexer.at().column() == 1 && isMarker.test(comment);
        if (marker || comment.equals(BREAKPOINT)) {
            finish();
        }
        if (marker) {
            ready.add(new ScriptMarker(comment, lexer.at().line()));
        } else if (!comment.equals(BREAKPOINT)) {
            comment(comment);
        }
    }

    private void comment(String comment) {
        if (text.isEmpty()) {
            comments.add(comment);
            commentLength += comment.length();
            limit();
        } else {
            append();
        }
    }

    private void code() {
        if (shape.endsWith(lexer)) {
            finish();
            return;
        }
        if (text.isEmpty()) {
            line = lexer.at().line();
        }
        append();
        lastTokenEnd = text.length();
    }

    private void append() {
        lexer.appendTo(text);
        limit();
    }

    private void limit() {
        if (text.length() + commentLength > longestStatement) {
            throw lexer.at()
                    .error("a statement and the comments before it are longer than " + longestStatement
                            + " characters here" + (text.isEmpty() ? "" : "; the statement begins on line " + line));
        }
    }

    private void finish() {
        shape.unfinished().ifPresent(unfinished -> {
            throw unfinished;
        });
        if (!text.isEmpty()) {
            ready.add(new SqlStatement(text.substring(0, lastTokenEnd), line, comments));
            comments.clear();
            commentLength = 0;
            text.setLength(0);
        }
        shape = new StatementShape();
    }
}
