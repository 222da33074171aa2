package dev.tenon.processor.internal.read.kotlin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a message in the wire format of Protocol Buffers.
 *
 * @param number its number
 * @param value its value, if it is a number
 * @param bytes its content, if it is a text, a message or a packed list; otherwise empty
 */
record ProtobufField(int number, long value, ByteBuffer bytes) {

    private static final ByteBuffer NONE = ByteBuffer.allocate(0).asReadOnlyBuffer();
    private static final int WIRE_TYPES = 3;
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;
    private static final int BITS = 7;
    private static final int LAST_SHIFT = 63;

    /** The fields of a message, in their order. */
    static List<ProtobufField> all(ByteBuffer message) {
        ByteBuffer left = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<ProtobufField> fields = new ArrayList<>();
        while (left.hasRemaining()) {
            int tag = (int) varint(left);
            int number = tag >>> WIRE_TYPES;
            int type = tag & ((1 << WIRE_TYPES) - 1);
            switch (type) {
                case VARINT -> fields.add(new ProtobufField(number, varint(left), NONE));
                case FIXED_64 -> fields.add(new ProtobufField(number, left.getLong(), NONE));
                case FIXED_32 -> fields.add(new ProtobufField(number, left.getInt(), NONE));
                case LENGTH_DELIMITED -> fields.add(new ProtobufField(number, 0, delimited(left)));
                default -> throw new IllegalArgumentException("wire type " + type);
            }
        }
        return fields;
    }

    /** Takes a message or text that its length precedes. */
    static ByteBuffer delimited(ByteBuffer left) {
        int length = Math.toIntExact(varint(left));
        ByteBuffer content = left.slice().limit(length).slice();
        left.position(left.position() + length);
        return content;
    }

    /** The numbers of a packed list. */
    List<Integer> packed() {
        ByteBuffer left = bytes.duplicate();
        List<Integer> numbers = new ArrayList<>();
        while (left.hasRemaining()) {
            numbers.add((int) varint(left));
        }
        return numbers;
    }

    /** The content as text. */
    String text() {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static long varint(ByteBuffer left) {
        long value = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += BITS) {
            byte next = left.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number is too long");
    }
}
