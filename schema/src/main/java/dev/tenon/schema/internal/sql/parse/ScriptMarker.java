package dev.tenon.schema.internal.sql.parse;

import java.util.List;
import java.util.Objects;

/**
 * A comment line that has a meaning for the reader of the script.
 *
 * @param text the comment with its dashes, without trailing blanks
 * @param line its line, counted from 1
 * @param comments the comments before it that belong to no statement, as {@link SqlStatement#comments()}
 */
public record ScriptMarker(String text, int line, List<String> comments) implements ScriptItem {

    public ScriptMarker {
        Objects.requireNonNull(text, "text");
        comments = List.copyOf(comments);
    }
}
