package dev.tenon.processor.internal.read.kotlin;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the properties of a class from {@code kotlin.Metadata}. The numbers of the fields are those of Kotlin's {@code
 * metadata.proto} and {@code jvm_metadata.proto}; unknown fields are passed over, as Kotlin's own reader does.
 */
final class KotlinMetadata {

    private static final int CLASS_PROPERTY = 10;
    private static final int CLASS_TYPE_TABLE = 30;
    private static final int TABLE_TYPE = 1;
    private static final int TYPE_CLASS_NAME = 6;
    private static final int NAME = 2;
    private static final int RETURN_TYPE = 3;
    private static final int RETURN_TYPE_ID = 9;
    private static final int FLAGS = 11;
    private static final int JVM_SIGNATURE = 100;
    private static final int SIGNATURE_FIELD = 1;
    private static final int SIGNATURE_GETTER = 3;
    private static final int SIGNATURE_NAME = 1;
    private static final int DELEGATED = 1 << 15;

    private final MetadataStrings strings;
    private final List<ByteBuffer> types = new ArrayList<>();

    private KotlinMetadata(MetadataStrings strings) {
        this.strings = strings;
    }

    /**
     * The properties that a class declares.
     *
     * @param d1 the encoded description
     * @param d2 its strings
     * @throws RuntimeException if the description is not in the known format
     */
    static List<KotlinProperty> properties(List<String> d1, List<String> d2) {
        ByteBuffer bytes = ByteBuffer.wrap(MetadataBytes.decode(d1));
        KotlinMetadata metadata = new KotlinMetadata(new MetadataStrings(ProtobufField.delimited(bytes), d2));
        List<ProtobufField> fields = ProtobufField.all(bytes.slice());
        for (ProtobufField field : fields) {
            if (field.number() == CLASS_TYPE_TABLE) {
                ProtobufField.all(field.bytes()).stream()
                        .filter(each -> each.number() == TABLE_TYPE)
                        .forEach(each -> metadata.types.add(each.bytes()));
            }
        }
        return fields.stream()
                .filter(field -> field.number() == CLASS_PROPERTY)
                .map(field -> metadata.property(field.bytes()))
                .toList();
    }

    private KotlinProperty property(ByteBuffer message) {
        String name = "";
        String field = "";
        String getter = "";
        String type = "";
        boolean delegated = false;
        List<ProtobufField> fields = ProtobufField.all(message);
        for (ProtobufField each : fields) {
            switch (each.number()) {
                case NAME -> name = strings.get(each.value());
                case RETURN_TYPE -> type = className(each.bytes());
                case RETURN_TYPE_ID -> type = className(types.get((int) each.value()));
                case FLAGS -> delegated = (each.value() & DELEGATED) != 0;
                default -> {}
            }
        }
        for (ProtobufField each : fields) {
            if (each.number() == JVM_SIGNATURE) {
                for (ProtobufField part : ProtobufField.all(each.bytes())) {
                    if (part.number() == SIGNATURE_FIELD) {
                        field = nameIn(part, name);
                    } else if (part.number() == SIGNATURE_GETTER) {
                        getter = nameIn(part, "");
                    }
                }
            }
        }
        return new KotlinProperty(name, field, getter, type, delegated);
    }

    /** The name in a signature, which is absent if it is the usual one. */
    private String nameIn(ProtobufField signature, String usual) {
        return ProtobufField.all(signature.bytes()).stream()
                .filter(each -> each.number() == SIGNATURE_NAME)
                .map(each -> strings.get(each.value()))
                .findFirst()
                .orElse(usual);
    }

    private String className(ByteBuffer type) {
        return ProtobufField.all(type).stream()
                .filter(each -> each.number() == TYPE_CLASS_NAME)
                .map(each -> strings.get(each.value()))
                .findFirst()
                .orElse("");
    }
}
