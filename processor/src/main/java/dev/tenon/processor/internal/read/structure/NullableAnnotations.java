package dev.tenon.processor.internal.read.structure;

import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Detects nullable properties by type or by an annotation named {@code Nullable}, from any library. */
public final class NullableAnnotations {

    private static final Set<String> OPTIONALS =
            Set.of("java.util.Optional", "java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble");

    private NullableAnnotations() {}

    /** Whether the type or an annotation allows the absence of a value. */
    public static boolean isNullable(Property property) {
        return isOptional(property.type())
                || carriesNullable(property.element())
                || carriesNullable(property.element().asType())
                || carriesNullable(property.type());
    }

    /** Whether the type is one of the optional types of Java. */
    public static boolean isOptional(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && OPTIONALS.contains(element.getQualifiedName().toString());
    }

    private static boolean carriesNullable(AnnotatedConstruct place) {
        for (AnnotationMirror mirror : place.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
                return true;
            }
        }
        return false;
    }
}
