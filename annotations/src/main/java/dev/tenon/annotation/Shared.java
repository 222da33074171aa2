package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This table or view shows the rows of all tenants, on purpose. The application role may do with it what {@link Grant} says, nothing without it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Shared {

    /** Why that is right; it is kept in the snapshot. */
    String reason();
}
