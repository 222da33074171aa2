package dev.tenon.schema.internal.sql.parse;

/**
 * A position in a script.
 *
 * @param offset how many characters precede it, in UTF-16 units as in {@link String}
 * @param line its line, counted from 1
 * @param column its column, counted from 1 in Unicode characters
 */
public record ScriptLocation(long offset, int line, int column) {

    SqlSyntaxException error(String problem) {
        return new SqlSyntaxException(this, problem);
    }
}
