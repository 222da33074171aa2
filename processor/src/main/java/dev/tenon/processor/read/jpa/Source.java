package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A single value, and the annotations that determine its column.
 *
 * @param element the annotated element
 * @param path its name in messages
 * @param type its Java type
 * @param lob whether it is a large object
 * @param enumerated how the constants of an enum are stored
 * @param temporal which part of a date or calendar is stored
 * @param convert the annotation that names a converter
 * @param column the column annotation
 */
record Source(
        Element element,
        String path,
        TypeMirror type,
        boolean lob,
        Optional<AnnotationUse> enumerated,
        Optional<AnnotationUse> temporal,
        Optional<AnnotationUse> convert,
        Optional<AnnotationUse> column) {

    /** The value of an attribute, or of the elements of a collection. */
    static Source of(
            Member member,
            String path,
            TypeMirror type,
            Optional<AnnotationUse> convert,
            Optional<AnnotationUse> column) {
        Marks marks = member.marks();
        return new Source(
                member.element(),
                path,
                type,
                marks.has("Lob"),
                marks.one("Enumerated"),
                marks.one("Temporal"),
                convert,
                column);
    }

    /** The key of a map. */
    static Source ofKey(Member member, String path, TypeMirror type, Optional<AnnotationUse> convert) {
        Marks marks = member.marks();
        return new Source(
                member.element(),
                path + " (key)",
                type,
                false,
                marks.one("MapKeyEnumerated"),
                marks.one("MapKeyTemporal"),
                convert,
                marks.one("MapKeyColumn"));
    }

    /** The same value with another column annotation. */
    Source withColumn(Optional<AnnotationUse> other) {
        return new Source(element, path, type, lob, enumerated, temporal, convert, other);
    }

    Sizes sizes() {
        return Sizes.of(column);
    }
}
