package dev.tenon.schema.internal.sql.parse;

import java.util.List;
import java.util.Objects;

/**
 * One statement of a script.
 *
 * @param text the statement from its first token to its last, without the semicolon and the comments around it; outside
 *     quotes its lines end in line feeds and have no trailing blanks
 * @param line the line of its first token, counted from 1
 * @param comments the comments before it and between its last token and its end, with line feeds and without trailing
 *     blanks
 */
public record SqlStatement(String text, int line, List<String> comments) implements ScriptItem {

    public SqlStatement {
        Objects.requireNonNull(text, "text");
        comments = List.copyOf(comments);
    }
}
