package dev.tenon.processor.internal.read.kotlin;

import java.util.List;

/**
 * Decodes the bytes that Kotlin writes as text into {@code kotlin.Metadata.d1}: today one character for each byte, after
 * a mark; formerly seven bits in each character.
 */
final class MetadataBytes {

    private static final char ONE_BYTE_EACH = '\0';
    private static final char SEVEN_BITS_EACH = '\uffff';
    private static final int BITS = 7;
    private static final int LOW_BITS = 0x7f;

    private MetadataBytes() {}

    static byte[] decode(List<String> parts) {
        String text = String.join("", parts);
        if (text.isEmpty()) {
            return new byte[0];
        }
        if (text.charAt(0) == ONE_BYTE_EACH) {
            return bytes(text.substring(1));
        }
        byte[] packed = bytes(text.charAt(0) == SEVEN_BITS_EACH ? text.substring(1) : text);
        for (int i = 0; i < packed.length; i++) {
            // The encoder adds one, so that the frequent zero takes one byte in a class file.
            packed[i] = (byte) ((packed[i] + LOW_BITS) & LOW_BITS);
        }
        return unpacked(packed);
    }

    private static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private static byte[] unpacked(byte[] packed) {
        byte[] result = new byte[BITS * packed.length / Byte.SIZE];
        for (int i = 0; i < result.length; i++) {
            int bit = i * Byte.SIZE;
            int at = bit / BITS;
            int offset = bit % BITS;
            int low = packed[at] >>> offset;
            int high = packed[at + 1] << (BITS - offset);
            result[i] = (byte) (low | high);
        }
        return result;
    }
}
