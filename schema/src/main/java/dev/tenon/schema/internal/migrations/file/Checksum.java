package dev.tenon.schema.internal.migrations.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The versioned checksum of a text: {@code v1:sha256:} and 64 hexadecimal digits.
 *
 * @param text the checksum
 */
public record Checksum(String text) {

    private static final String PREFIX = "v1:sha256:";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    public Checksum {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a checksum must be " + PREFIX + " followed by 64 hexadecimal digits");
        }
    }

    /** The checksum of a text in UTF-8. */
    public static Checksum of(String text) {
        return new Calculator().add(text).checksum();
    }

    /** The checksum of two texts, concatenated. */
    public static Checksum of(String first, String second) {
        return new Calculator().add(first).add(second).checksum();
    }

    /** The checksum of all bytes of a stream. */
    public static Checksum of(InputStream in) throws IOException {
        Calculator sum = new Calculator();
        in.transferTo(sum.stream());
        return sum.checksum();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Computes the checksum of a text piece by piece. */
    static final class Calculator {

        private static final int BLOCK = 16 * 1024;

        private final MessageDigest digest;

        Calculator() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }

        Calculator add(String piece) {
            for (int begin = 0; begin < piece.length(); ) {
                int end = end(piece, begin);
                digest.update(piece.substring(begin, end).getBytes(StandardCharsets.UTF_8));
                begin = end;
            }
            return this;
        }

        /** Adds the first {@code count} bytes. */
        Calculator add(byte[] bytes, int count) {
            digest.update(bytes, 0, count);
            return this;
        }

        /**
         * The end of the next block. A large text is encoded in blocks to save memory, without splitting a surrogate
         * pair.
         */
        private static int end(String piece, int begin) {
            int end = Math.min(piece.length(), begin + BLOCK);
            return end < piece.length() && Character.isHighSurrogate(piece.charAt(end - 1)) ? end + 1 : end;
        }

        /** A stream that adds the bytes that are written to it. */
        OutputStream stream() {
            return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        }

        Checksum checksum() {
            return new Checksum(PREFIX + HexFormat.of().formatHex(digest.digest()));
        }
    }
}
