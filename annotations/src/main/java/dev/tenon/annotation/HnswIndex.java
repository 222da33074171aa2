package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An HNSW index of pgvector for approximate nearest-neighbour search. The metric must be the one that queries use.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Repeatable(HnswIndex.List.class)
public @interface HnswIndex {

    /** The distance that queries order by. */
    VectorMetric metric();

    /** The number of connections per layer; 0 leaves it to the server's version of pgvector. */
    int m() default 16;

    /** The size of the candidate list during the build; 0 leaves it to the server's version of pgvector. */
    int efConstruction() default 64;

    /** The index's name; if empty, it is derived. */
    String name() default "";

    /** The predicate of a partial index, in SQL. */
    String where() default "";

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
    @interface List {
        HnswIndex[] value();
    }
}
