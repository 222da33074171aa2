package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that this table or view intentionally shows its rows to all tenants. The application role has the privileges
 * that {@link Grant} declares, and none without it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Shared {

    /** Why all tenants may see it; recorded in the snapshot. */
    String reason();

    /** Why the application role may insert, update or delete rows that all tenants see; required if it may. */
    String writeReason() default "";

    /**
     * Why deleting a row may delete or change rows of tenants that reference it; without a reason, such references are
     * reported.
     */
    String cascadeReason() default "";
}
