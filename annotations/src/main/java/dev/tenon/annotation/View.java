package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a class, record or interface to a view. Its fields, components or methods without parameters are the view's columns,
 * which the query must return under these names, in any order. {@link Column} specifies another name or a comment.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface View {

    /** The query. It must not select {@code *}, which PostgreSQL expands only once, when it creates the view. */
    String sql();

    /** The view's name; if empty, it is derived from the class. */
    String name() default "";

    /** The PostgreSQL schema; if empty, the one of the package's {@link Schema}. */
    String schema() default "";

    /** The comment on the view. */
    String comment() default "";

    /**
     * Whether the view is materialized: its rows are stored until the next refresh, and it may have {@link Index}es.
     */
    boolean materialized() default false;

    /**
     * Whether the tables are read with the privileges and policies of the reader instead of those of the view's owner.
     */
    boolean securityInvoker() default true;

    /** Whether the view's conditions are evaluated before those of the reader ({@code security_barrier}). */
    boolean securityBarrier() default false;

    /** Whether rows that are written through the view must be visible in it. */
    CheckOption checkOption() default CheckOption.NONE;

    /** The entities and views that the view depends on, in addition to those after {@code FROM} and {@code JOIN}. */
    Class<?>[] dependsOn() default {};
}
