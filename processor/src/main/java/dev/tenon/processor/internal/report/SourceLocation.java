package dev.tenon.processor.internal.report;

import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * The place of a diagnostic in source code.
 *
 * @param element the class, field, package or enum constant
 * @param annotation the annotation on the element, if the place is an annotation
 * @param value the value in the annotation, if the place is a value
 */
public record SourceLocation(Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {
    public SourceLocation {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(annotation, "annotation");
        Objects.requireNonNull(value, "value");
    }

    /** The element as a whole. */
    public static SourceLocation of(Element element) {
        return new SourceLocation(element, Optional.empty(), Optional.empty());
    }

    /** An annotation on an element. */
    public static SourceLocation of(Element element, AnnotationMirror annotation) {
        return new SourceLocation(element, Optional.of(annotation), Optional.empty());
    }

    /** One value of the annotation. */
    public SourceLocation at(AnnotationValue narrower) {
        return new SourceLocation(element, annotation, Optional.of(narrower));
    }
}
