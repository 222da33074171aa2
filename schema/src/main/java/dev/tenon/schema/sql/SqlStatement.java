package dev.tenon.schema.sql;

import java.util.List;
import java.util.Objects;

/**
 * One statement of a script.
 *
 * @param text the statement from its first token to its last, without the semicolon and the comments around it
 * @param line the line that its first token stands on, counted from 1
 * @param comments the comments before it, as they are written
 */
public record SqlStatement(String text, int line, List<String> comments) implements ScriptItem {

    public SqlStatement {
        Objects.requireNonNull(text, "text");
        comments = List.copyOf(comments);
    }
}
