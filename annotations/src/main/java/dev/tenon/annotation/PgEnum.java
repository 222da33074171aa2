package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the PostgreSQL type of a Java enum. Without it the name is derived from the enum's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PgEnum {

    /** The type's name; empty derives it. */
    String name() default "";

    /** The PostgreSQL schema; empty takes that of the package's {@link Schema}. */
    String schema() default "";

    /** The comment on the type. */
    String comment() default "";
}
