package dev.tenon.schema.internal.sql.parse;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;

/** The characters of a script with look-ahead. It keeps only the current token in memory. */
final class CharacterSource {

    private static final int BLOCK = 16 * 1024;

    private final Reader in;
    private final int longestToken;
    private char[] buffer;
    private int tokenStart;
    private int position;
    private int filled;

    private long offset;
    private int line = 1;
    private int column = 1;
    private ScriptLocation start = new ScriptLocation(0, 1, 1);

    CharacterSource(Reader in, int longestToken) {
        this(in, longestToken, BLOCK);
    }

    /** A source over a complete text, which needs no larger buffer. */
    CharacterSource(String text) {
        this(new StringReader(text), Integer.MAX_VALUE / 4, text.length() + 1);
    }

    private CharacterSource(Reader in, int longestToken, int block) {
        this.in = in;
        this.longestToken = longestToken;
        this.buffer = new char[block];
    }

    /** Makes the current position the beginning of the next token. */
    void begin() {
        tokenStart = position;
        start = new ScriptLocation(offset, line, column);
    }

    /** The character {@code ahead} places further on, or -1 past the end. */
    int peek(int ahead) throws IOException {
        while (position + ahead >= filled) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[position + ahead];
    }

    int peek() throws IOException {
        return peek(0);
    }

    boolean nextIs(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Adds the next character, which must exist, to the token. */
    void take() throws IOException {
        int c = peek();
        position++;
        offset++;
        if (c == '\n' || (c == '\r' && peek() != '\n')) {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate((char) c)) {
            column++;
        }
    }

    void take(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            take();
        }
    }

    /** Adds the buffered characters up to the next stop, control or surrogate character; often none. */
    void takePlain(char stop, char otherStop) {
        int end = position;
        while (end < filled && isPlain(buffer[end]) && buffer[end] != stop && buffer[end] != otherStop) {
            end++;
        }
        int count = end - position;
        position = end;
        offset += count;
        column += count;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && !Character.isSurrogate(c);
    }

    String token() {
        return new String(buffer, tokenStart, tokenLength());
    }

    int tokenLength() {
        return position - tokenStart;
    }

    char tokenChar(int index) {
        return buffer[tokenStart + index];
    }

    void appendToken(StringBuilder to) {
        to.append(buffer, tokenStart, tokenLength());
    }

    /** The position at which the token begins. */
    ScriptLocation start() {
        return start;
    }

    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            makeRoom();
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(count, 0);
        return count > 0;
    }

    private void makeRoom() {
        if (tokenStart > 0) {
            System.arraycopy(buffer, tokenStart, buffer, 0, filled - tokenStart);
            position -= tokenStart;
            filled -= tokenStart;
            tokenStart = 0;
        }
        if (filled > longestToken) {
            throw start.error("what begins here has no end within " + longestToken + " characters");
        }
        if (filled > buffer.length / 2) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }
}
