package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
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
 * @param hibernate what Hibernate's annotations say about the type
 * @param sizes the sizes of the column
 */
public record BasicAttribute(
        Element element,
        String path,
        TypeMirror type,
        boolean lob,
        Optional<AnnotationUse> enumerated,
        Optional<AnnotationUse> temporal,
        Optional<AnnotationUse> convert,
        Optional<AnnotationUse> column,
        HibernateMarks hibernate,
        ColumnSizes sizes) {

    /** The value of an attribute, or of the elements of a collection. */
    public static BasicAttribute of(
            PersistentAttribute member,
            String path,
            TypeMirror type,
            Optional<AnnotationUse> convert,
            Optional<AnnotationUse> column) {
        JpaAnnotations marks = member.marks();
        return new BasicAttribute(
                member.element(),
                path,
                type,
                marks.has("Lob"),
                marks.one("Enumerated"),
                marks.one("Temporal"),
                convert,
                column,
                HibernateMarks.of(marks),
                sizes(column, HibernateMarks.of(marks)));
    }

    /** The key of a map. */
    public static BasicAttribute ofKey(
            PersistentAttribute member, String path, TypeMirror type, Optional<AnnotationUse> convert) {
        JpaAnnotations marks = member.marks();
        return new BasicAttribute(
                member.element(),
                path + " (key)",
                type,
                false,
                marks.one("MapKeyEnumerated"),
                marks.one("MapKeyTemporal"),
                convert,
                marks.one("MapKeyColumn"),
                HibernateMarks.ofKey(marks),
                ColumnSizes.of(marks.one("MapKeyColumn")));
    }

    /** The same value with another column annotation. */
    public BasicAttribute withColumn(Optional<AnnotationUse> other) {
        return new BasicAttribute(
                element, path, type, lob, enumerated, temporal, convert, other, hibernate, sizes(other, hibernate));
    }

    /** The same value without annotations of Hibernate that say a type. */
    public BasicAttribute untyped() {
        return new BasicAttribute(
                element,
                path,
                type,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                column,
                HibernateMarks.NONE,
                ColumnSizes.of(column));
    }

    /** The same value with the sizes that Jakarta Validation says. */
    public BasicAttribute with(ValidationMarks validation) {
        return new BasicAttribute(
                element,
                path,
                type,
                lob,
                enumerated,
                temporal,
                convert,
                column,
                hibernate,
                validation.sizes(sizes, type));
    }

    private static ColumnSizes sizes(Optional<AnnotationUse> column, HibernateMarks hibernate) {
        ColumnSizes said = ColumnSizes.of(column);
        return hibernate.fraction().map(said::withSeconds).orElse(said);
    }
}
