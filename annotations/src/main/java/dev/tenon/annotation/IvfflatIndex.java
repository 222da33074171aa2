package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An IVFFlat index of pgvector for approximate nearest-neighbour search. Build it when the table has rows.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Repeatable(IvfflatIndex.List.class)
public @interface IvfflatIndex {

    /** The distance that queries order by. */
    VectorMetric metric();

    /** The number of lists; 0 leaves it to the server's version of pgvector. */
    int lists() default 100;

    /** The index's name; if empty, it is derived. */
    String name() default "";

    /** The predicate of a partial index, in SQL. */
    String where() default "";

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
    @interface List {
        IvfflatIndex[] value();
    }
}
