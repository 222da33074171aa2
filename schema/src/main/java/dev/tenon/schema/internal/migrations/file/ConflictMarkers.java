package dev.tenon.schema.internal.migrations.file;

import java.util.OptionalInt;

/** Finds git's three conflict marker lines in a file, in their order. */
final class ConflictMarkers {

    private static final int MARKER = 7;
    private static final String SIGNS = "<=>";

    private int line = 1;
    private int count;
    private char sign;
    private boolean possible = true;
    private int found;
    private int begin;

    /**
     * Takes the next character of a text with line feeds.
     *
     * @return the line that the conflict begins on, when the character completes its last marker
     */
    OptionalInt take(char c) {
        if (c == '\n') {
            boolean complete = lineEnds();
            line++;
            count = 0;
            possible = true;
            return complete ? OptionalInt.of(begin) : OptionalInt.empty();
        }
        if (count == 0) {
            sign = c;
        }
        if (count < MARKER) {
            possible &= c == sign;
            count++;
        } else if (count == MARKER) {
            possible &= c == ' ';
            count++;
        }
        return OptionalInt.empty();
    }

    /** Whether the rest of this line cannot change the result. */
    boolean restOfLineIsIndifferent() {
        return count > MARKER || !possible;
    }

    private boolean lineEnds() {
        if (!possible || count < MARKER) {
            return false;
        }
        if (sign == SIGNS.charAt(0)) {
            begin = line;
            found = 1;
        } else if (found > 0 && found < SIGNS.length() && sign == SIGNS.charAt(found)) {
            found++;
        }
        return found == SIGNS.length();
    }
}
