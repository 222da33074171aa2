package dev.tenon.processor.internal.read.structure;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads from a class file which fields and methods have a type that is annotated with an annotation named {@code
 * Nullable}, as a whole and not only in a part, such as a type argument. The format is chapter 4 of the Java Virtual
 * Machine Specification.
 */
final class NullableMembers {

    private static final int FIELD_TYPE = 0x13;
    private static final int RETURN_TYPE = 0x14;
    private static final int OF_NESTED_TYPE = 1;

    private final DataInputStream file;
    private final Map<Integer, String> texts = new HashMap<>();
    private final Set<String> nullable = new HashSet<>();

    private NullableMembers(DataInputStream file) {
        this.file = file;
    }

    /** The names of the nullable fields, and the names of the nullable methods with parentheses. */
    static Set<String> read(DataInputStream file) throws IOException {
        NullableMembers members = new NullableMembers(file);
        members.read();
        return members.nullable;
    }

    private void read() throws IOException {
        file.skipNBytes(8);
        readConstants();
        file.skipNBytes(6);
        file.skipNBytes(2L * file.readUnsignedShort());
        readMembers("");
        readMembers("()");
    }

    private void readConstants() throws IOException {
        int count = file.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = file.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, file.readUTF());
                case 7, 8, 16, 19, 20 -> file.skipNBytes(2);
                case 15 -> file.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> file.skipNBytes(4);
                case 5, 6 -> {
                    file.skipNBytes(8);
                    // Numbers of 64 bits take two entries.
                    i++;
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
    }

    private void readMembers(String suffix) throws IOException {
        int members = file.readUnsignedShort();
        for (int i = 0; i < members; i++) {
            file.skipNBytes(2);
            String name = text() + suffix;
            file.skipNBytes(2);
            int attributes = file.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                String attribute = text();
                long length = Integer.toUnsignedLong(file.readInt());
                if (attribute.equals("RuntimeVisibleTypeAnnotations")
                        || attribute.equals("RuntimeInvisibleTypeAnnotations")) {
                    readTypeAnnotations(name);
                } else {
                    file.skipNBytes(length);
                }
            }
        }
    }

    private void readTypeAnnotations(String name) throws IOException {
        int count = file.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            boolean member = isOfMember();
            boolean whole = isOfWholeType();
            String type = text();
            skipValues();
            if (member && whole && (type.endsWith("/Nullable;") || type.endsWith("$Nullable;"))) {
                nullable.add(name);
            }
        }
    }

    /** Whether the annotation is about the type of the field or the result, not of a parameter. */
    private boolean isOfMember() throws IOException {
        int target = file.readUnsignedByte();
        switch (target) {
            case 0x00, 0x01, 0x16 -> file.skipNBytes(1);
            case 0x10, 0x11, 0x12, 0x17 -> file.skipNBytes(2);
            default -> {}
        }
        return target == FIELD_TYPE || target == RETURN_TYPE;
    }

    private boolean isOfWholeType() throws IOException {
        boolean whole = true;
        int length = file.readUnsignedByte();
        for (int i = 0; i < length; i++) {
            whole &= file.readUnsignedByte() == OF_NESTED_TYPE;
            file.skipNBytes(1);
        }
        return whole;
    }

    private void skipValues() throws IOException {
        int pairs = file.readUnsignedShort();
        for (int i = 0; i < pairs; i++) {
            file.skipNBytes(2);
            skipValue();
        }
    }

    private void skipValue() throws IOException {
        switch (file.readUnsignedByte()) {
            case 'e' -> file.skipNBytes(4);
            case '@' -> {
                file.skipNBytes(2);
                skipValues();
            }
            case '[' -> {
                int items = file.readUnsignedShort();
                for (int i = 0; i < items; i++) {
                    skipValue();
                }
            }
            default -> file.skipNBytes(2);
        }
    }

    private String text() throws IOException {
        return texts.getOrDefault(file.readUnsignedShort(), "");
    }
}
