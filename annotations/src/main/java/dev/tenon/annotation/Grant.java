package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Grants privileges on the table or view to a role.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Grant.List.class)
public @interface Grant {

    /** The privileges. */
    Privilege[] value();

    /** The partition on which the privileges are granted; if empty, the table or view. */
    String partition() default "";

    /** The role; if empty, the application role. */
    String role() default "";

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        Grant[] value();
    }
}
