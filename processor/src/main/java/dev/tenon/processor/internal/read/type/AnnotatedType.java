package dev.tenon.processor.internal.read.type;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import java.util.List;

/** Maps annotations that declare a type to the type of the column, independent of the Java type. */
public final class AnnotatedType {

    /** The annotations that declare a type. */
    public static final List<String> ANNOTATIONS =
            List.of("Vector", "HalfVector", "SparseVector", "BitVector", "Jsonb", "TextSearch");

    private final DeclaredExtensions extensions;

    AnnotatedType(DeclaredExtensions extensions) {
        this.extensions = extensions;
    }

    /** The type that the annotation declares. */
    ColumnType of(AnnotationUse use) {
        String annotation =
                use.mirror().getAnnotationType().asElement().getSimpleName().toString();
        return switch (annotation) {
            case "Vector" -> vector("vector", use.number("value"));
            case "HalfVector" -> vector("halfvec", use.number("value"));
            case "SparseVector" -> vector("sparsevec", use.number("value"));
            case "BitVector" -> ColumnType.builtin("bit", use.number("value"));
            case "Jsonb" -> ColumnType.builtin("jsonb");
            case "TextSearch" -> ColumnType.builtin("tsvector");
            default -> throw new IllegalArgumentException("no annotation of a type: " + annotation);
        };
    }

    private ColumnType vector(String name, int dimensions) {
        QualifiedName type = new QualifiedName(extensions.schemaOf(ExtensionObjects.VECTOR), name);
        return new ColumnType.UserDefined(type, List.of(Integer.toString(dimensions)));
    }
}
