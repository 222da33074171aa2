package dev.tenon.processor.internal.read.kotlin;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The strings of Kotlin's metadata: those in {@code kotlin.Metadata.d2}, and how the string table of {@code d1} changes
 * them. The numbers of the fields are those of {@code StringTableTypes} in Kotlin's {@code jvm_metadata.proto}.
 */
final class MetadataStrings {

    private static final int RECORD = 1;

    private final List<String> given;
    private final List<Entry> entries = new ArrayList<>();

    /** How one string results from the given one. The index of a string that Kotlin predefines is -1 if it is none. */
    private record Entry(
            int range,
            int predefined,
            int operation,
            List<Integer> substring,
            List<Integer> replace,
            Optional<String> text) {

        private static final int RANGE = 1;
        private static final int PREDEFINED = 2;
        private static final int OPERATION = 3;
        private static final int SUBSTRING = 4;
        private static final int REPLACE = 5;
        private static final int TEXT = 6;
        private static final int INTERNAL_TO_CLASS = 1;
        private static final int DESCRIPTOR_TO_CLASS = 2;

        static Entry of(ByteBuffer message) {
            int range = 1;
            int predefined = -1;
            int operation = 0;
            List<Integer> substring = List.of();
            List<Integer> replace = List.of();
            Optional<String> text = Optional.empty();
            for (ProtobufField field : ProtobufField.all(message)) {
                switch (field.number()) {
                    case RANGE -> range = (int) field.value();
                    case PREDEFINED -> predefined = (int) field.value();
                    case OPERATION -> operation = (int) field.value();
                    case SUBSTRING -> substring = field.packed();
                    case REPLACE -> replace = field.packed();
                    case TEXT -> text = Optional.of(field.text());
                    default -> {}
                }
            }
            return new Entry(range, predefined, operation, substring, replace, text);
        }

        String apply(String original) {
            String changed = original;
            if (substring.size() > 1) {
                changed = changed.substring(substring.get(0), substring.get(1));
            }
            if (replace.size() > 1) {
                changed = changed.replace(
                        (char) replace.get(0).intValue(), (char) replace.get(1).intValue());
            }
            return switch (operation) {
                case 0 -> changed;
                case INTERNAL_TO_CLASS -> changed.replace('$', '.');
                case DESCRIPTOR_TO_CLASS ->
                    changed.substring(1, changed.length() - 1).replace('$', '.');
                default -> throw new IllegalArgumentException("operation " + operation);
            };
        }
    }

    /**
     * The strings of one class.
     *
     * @param types the message {@code StringTableTypes}
     * @param given the strings in {@code d2}
     */
    MetadataStrings(ByteBuffer types, List<String> given) {
        this.given = List.copyOf(given);
        for (ProtobufField field : ProtobufField.all(types)) {
            if (field.number() == RECORD) {
                Entry entry = Entry.of(field.bytes());
                for (int i = 0; i < entry.range(); i++) {
                    entries.add(entry);
                }
            }
        }
    }

    /** The string at an index; a number stands for the name of a class of Kotlin that has no string here. */
    String get(long index) {
        int at = Math.toIntExact(index);
        Entry entry = entries.get(at);
        String original = entry.text()
                .orElseGet(() -> entry.predefined() >= 0 ? Integer.toString(entry.predefined()) : given.get(at));
        return entry.predefined() >= 0 && entry.text().isEmpty() ? original : entry.apply(original);
    }
}
