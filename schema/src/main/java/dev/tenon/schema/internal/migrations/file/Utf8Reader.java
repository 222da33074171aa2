package dev.tenon.schema.internal.migrations.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly, and returns everything before an invalid byte before it fails. */
final class Utf8Reader extends Reader {

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).flip();
    private boolean ended;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        while (length > 0) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            int count = length - chars.remaining();
            if (count > 0) {
                return count;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (result.isOverflow()) {
                throw new IllegalArgumentException("a block of one character has no room for a surrogate pair");
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }
}
