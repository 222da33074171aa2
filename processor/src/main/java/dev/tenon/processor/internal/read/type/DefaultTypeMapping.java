package dev.tenon.processor.internal.read.type;

import dev.tenon.processor.internal.read.structure.NullableAnnotations;
import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Maps a Java type to its default PostgreSQL type. */
final class DefaultTypeMapping {

    private final JavaEnumReader enums;

    DefaultTypeMapping(JavaEnumReader enums) {
        this.enums = enums;
    }

    /**
     * The default type.
     *
     * @param schema the PostgreSQL schema of an enum type, unless the enum or its package declares one
     */
    Optional<ColumnType> of(TypeMirror type, String schema) {
        if (type.getKind().isPrimitive()) {
            return JavaTypes.scalar(type.getKind().name().toLowerCase(Locale.ROOT));
        }
        if (type instanceof ArrayType array) {
            return array.getComponentType().getKind() == TypeKind.BYTE
                    ? Optional.of(ColumnType.builtin("bytea"))
                    : array(array.getComponentType(), schema);
        }
        if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            return of(wildcard.getExtendsBound(), schema);
        }
        return type instanceof DeclaredType declared ? declared(declared, schema) : Optional.empty();
    }

    private Optional<ColumnType> declared(DeclaredType type, String schema) {
        TypeElement element = (TypeElement) type.asElement();
        String name = element.getQualifiedName().toString();
        if (element.getKind() == ElementKind.ENUM) {
            return Optional.of(new ColumnType.UserDefined(enums.read(element, schema), List.of()));
        }
        if (type.getTypeArguments().size() == 1) {
            TypeMirror argument = type.getTypeArguments().get(0);
            if (name.equals("java.util.Optional")) {
                return NullableAnnotations.isOptional(argument) ? Optional.empty() : of(argument, schema);
            }
            if (JavaTypes.isCollection(name)) {
                return array(argument, schema);
            }
        }
        return JavaTypes.scalar(name);
    }

    /** An array of arrays maps to one array, because PostgreSQL's arrays have any number of dimensions. */
    private Optional<ColumnType> array(TypeMirror element, String schema) {
        return NullableAnnotations.isOptional(element)
                ? Optional.empty()
                : of(element, schema).map(type -> type instanceof ColumnType.Array ? type : new ColumnType.Array(type));
    }
}
