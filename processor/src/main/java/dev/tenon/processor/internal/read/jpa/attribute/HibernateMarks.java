package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import java.util.Optional;

/**
 * The annotations of Hibernate ORM on an attribute that change the type of its column.
 *
 * @param code the number of the JDBC type
 * @param array the length of a vector
 * @param nationalized whether the text is national, which on PostgreSQL all text is
 * @param storage how the time zone is stored
 * @param fraction the digits of fractional seconds
 */
record HibernateMarks(
        Optional<Integer> code,
        Optional<AnnotationUse> array,
        boolean nationalized,
        Optional<String> storage,
        Optional<Integer> fraction) {

    /** No annotation. */
    static final HibernateMarks NONE =
            new HibernateMarks(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

    static HibernateMarks of(JpaAnnotations marks) {
        return new HibernateMarks(
                marks.hibernate("JdbcTypeCode").map(use -> use.number("value")),
                marks.hibernate("Array"),
                marks.hibernate("Nationalized").isPresent(),
                marks.hibernate("TimeZoneStorage").map(use -> use.constant("value")),
                marks.hibernate("FractionalSeconds").map(use -> use.number("value")));
    }

    /** Those on the key of a map. */
    static HibernateMarks ofKey(JpaAnnotations marks) {
        return new HibernateMarks(
                marks.hibernate("MapKeyJdbcTypeCode").map(use -> use.number("value")),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
