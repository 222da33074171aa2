package dev.tenon.schema.sql;

import java.util.Objects;

/**
 * A comment line that means something to the reader of the script.
 *
 * @param text the comment with its dashes, without blanks at its end
 * @param line its line, counted from 1
 */
public record ScriptMarker(String text, int line) implements ScriptItem {

    public ScriptMarker {
        Objects.requireNonNull(text, "text");
    }
}
