package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A generated column, which the server computes from other columns of the row: {@code GENERATED ALWAYS AS (…)}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Computed {

    /** The expression, in SQL. */
    String value();

    /**
     * Whether it is computed whenever it is read, and not stored: {@code VIRTUAL}, from PostgreSQL 18 on. The server
     * does not allow an index on it.
     */
    boolean virtual() default false;
}
