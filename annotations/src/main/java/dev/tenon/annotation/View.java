package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a class, record or interface to a view. Its fields, components or methods without parameters are the view's columns,
 * which the query must deliver by these names, in any order; {@link Column} says another name or a comment.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface View {

    /** The query, without a star: what a star means would depend on the day when the view is made. */
    String sql();

    /** The view's name; empty derives it from the class. */
    String name() default "";

    /** The PostgreSQL schema; empty takes that of the package's {@link Schema}. */
    String schema() default "";

    /** The comment on the view. */
    String comment() default "";

    /** Whether its rows are stored until the next {@code REFRESH MATERIALIZED VIEW}. It may have {@link Index}es. */
    boolean materialized() default false;

    /** Whether its tables are read with the rights of the reader, row-level security included, and not with those of the view's owner. */
    boolean securityInvoker() default true;

    /** Whether its conditions come before those of the reader. */
    boolean securityBarrier() default false;

    /** Whether rows that are written through it must be visible in it. */
    CheckOption checkOption() default CheckOption.NONE;

    /** The entities and views that it needs beside those that stand after {@code FROM} and {@code JOIN} in its query. */
    Class<?>[] dependsOn() default {};
}
