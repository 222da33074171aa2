package dev.tenon.schema.internal.json;

/**
 * The position of a JSON value in a text. Values that were not read from a text have {@link #NOWHERE}.
 *
 * @param line the line, from 1; 0 if there is none
 * @param column the column, from 1; 0 if there is none
 */
public record JsonPosition(int line, int column) {

    static final JsonPosition NOWHERE = new JsonPosition(0, 0);
}
