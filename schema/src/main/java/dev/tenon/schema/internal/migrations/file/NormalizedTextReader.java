package dev.tenon.schema.internal.migrations.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/**
 * Reads a text file of the directory in normalized form: UTF-8 without a byte order mark, and line feeds as line
 * breaks. A file with conflict markers is refused.
 */
final class NormalizedTextReader extends Reader {

    private static final int BLOCK = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final Utf8Reader in;
    private final ConflictMarkers conflicts = new ConflictMarkers();
    private final char[] block = new char[BLOCK];
    private int next;
    private int filled;
    private int line = 1;
    private boolean begun;
    private boolean ended;

    /** Reads {@code in}; problems name the file {@code file}. */
    NormalizedTextReader(String file, InputStream in) {
        this.file = file;
        this.in = new Utf8Reader(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            count += restOfLine(buffer, offset + count, length - count);
            int c = count < length ? character() : -1;
            if (c < 0) {
                break;
            }
            buffer[offset + count++] = (char) c;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** Copies the available part of the line once it cannot be a conflict marker. */
    private int restOfLine(char[] buffer, int offset, int length) {
        if (!conflicts.restOfLineIsIndifferent()) {
            return 0;
        }
        int most = Math.min(filled, next + length);
        int end = next;
        while (end < most && block[end] != '\n' && block[end] != '\r') {
            end++;
        }
        int count = Math.max(0, end - next);
        System.arraycopy(block, next, buffer, offset, count);
        next += count;
        return count;
    }

    /** Reads to the end, so that a merge conflict is found even if there is another problem. */
    void drain() throws IOException {
        int c;
        do {
            c = character();
        } while (c >= 0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The next character, a line feed for every line end; -1 at the end. */
    private int character() throws IOException {
        int c = raw();
        if (c == '\r' && peek() == '\n') {
            c = raw();
        }
        if (c < 0) {
            if (!ended) {
                ended = true;
                conflict('\n');
            }
            return -1;
        }
        conflict((char) c);
        line += c == '\n' ? 1 : 0;
        return c;
    }

    private void conflict(char c) {
        conflicts.take(c).ifPresent(begin -> {
            throw new DirectoryProblem(
                            DirectoryProblemCode.MERGE_CONFLICT,
                            file,
                            begin,
                            1,
                            "an unresolved merge conflict begins here",
                            "if two branches added migrations, take the merged branch's version of this directory"
                                    + " and run"
                                    + " 'tenon rebase' to move yours after it; otherwise resolve the conflict")
                    .exception();
        });
    }

    private int raw() throws IOException {
        int c = peek();
        next++;
        return c;
    }

    private int peek() throws IOException {
        while (filled >= 0 && next >= filled) {
            fill();
        }
        return filled < 0 ? -1 : block[next];
    }

    private void fill() throws IOException {
        try {
            filled = in.read(block, 0, BLOCK);
        } catch (CharacterCodingException notUtf8) {
            throw new DirectoryProblem(
                            DirectoryProblemCode.NO_ACCESS,
                            file,
                            line,
                            0,
                            "the line contains bytes that are not UTF-8",
                            "save the file in UTF-8")
                    .exception();
        }
        next = 0;
        if (!begun && filled > 0 && block[0] == BYTE_ORDER_MARK) {
            next = 1;
        }
        begun = true;
    }
}
