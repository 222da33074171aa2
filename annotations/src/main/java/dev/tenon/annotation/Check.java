package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A check constraint.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
@Repeatable(Check.List.class)
public @interface Check {

    /** The condition over the row, in SQL. */
    String value();

    /** The constraint's name; if empty, it is derived. */
    String name() default "";

    /** Whether existing rows need not satisfy it, as with PostgreSQL's {@code NOT VALID}. */
    boolean notValid() default false;

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface List {
        Check[] value();
    }
}
