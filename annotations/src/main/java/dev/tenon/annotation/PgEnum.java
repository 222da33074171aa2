package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the PostgreSQL type of a Java enum. Without this annotation, the name is derived from the enum's name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PgEnum {

    /** The type's name; if empty, it is derived. */
    String name() default "";

    /** The PostgreSQL schema; if empty, the one of the package's {@link Schema}. */
    String schema() default "";

    /** The comment on the type. */
    String comment() default "";
}
