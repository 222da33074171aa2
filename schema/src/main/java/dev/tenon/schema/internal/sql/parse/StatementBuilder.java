package dev.tenon.schema.internal.sql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Collects the tokens of a statement and the comments around it. Outside quotes, line breaks become line feeds and
 * trailing blanks are removed, so that an editor or a checkout does not change the statement.
 */
final class StatementBuilder {

    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private final List<String> comments = new ArrayList<>();
    private final List<String> commentsSinceCode = new ArrayList<>();
    private int length;
    private int line;
    private int codeEnd;
    private int keepEnd;

    /** Collects at most {@code longest} characters; more are an error. */
    StatementBuilder(int longest) {
        this.longest = longest;
    }

    void blank(SqlLexer lexer) {
        if (text.isEmpty()) {
            return;
        }
        String blank = lexer.text();
        for (int i = 0; i < blank.length(); i++) {
            boolean carriageReturn = blank.charAt(i) == '\r';
            if (blank.charAt(i) == '\n' || carriageReturn) {
                dropBlanks();
                text.append('\n');
                i += carriageReturn && blank.startsWith("\n", i + 1) ? 1 : 0;
            } else {
                text.append(blank.charAt(i));
            }
        }
        grow(lexer, blank.length());
    }

    void comment(SqlLexer lexer) {
        String comment = lexer.text().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            comments.add(comment);
        } else {
            text.append(comment);
            keepEnd = text.length();
            commentsSinceCode.add(comment);
        }
        grow(lexer, comment.length());
    }

    void code(SqlLexer lexer) {
        if (text.isEmpty()) {
            line = lexer.at().line();
        }
        int before = text.length();
        lexer.appendTo(text);
        codeEnd = text.length();
        keepEnd = codeEnd;
        commentsSinceCode.clear();
        grow(lexer, codeEnd - before);
    }

    /** Whether there is nothing but comments. */
    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The statement with the comments around it; the next token begins another. */
    SqlStatement statement() {
        comments.addAll(commentsSinceCode);
        SqlStatement statement = new SqlStatement(text.substring(0, codeEnd), line, comments);
        text.setLength(0);
        commentsSinceCode.clear();
        takeComments();
        return statement;
    }

    /** The comments that no statement follows; the next token starts a new statement. */
    List<String> takeComments() {
        List<String> taken = List.copyOf(comments);
        comments.clear();
        length = 0;
        return taken;
    }

    private void dropBlanks() {
        int end = text.length();
        while (end > keepEnd && text.charAt(end - 1) != '\n') {
            end--;
        }
        text.setLength(end);
    }

    private void grow(SqlLexer lexer, int by) {
        length += by;
        if (length > longest) {
            throw lexer.at()
                    .error("a statement and the comments before it are longer than " + longest + " characters here"
                            + (text.isEmpty() ? "" : "; the statement begins on line " + line));
        }
    }
}
