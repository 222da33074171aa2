package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How tenants are isolated: a session sets its tenant in a configuration parameter, and row-level security compares it
 * with a column. Used inside {@link Schema#tenancy()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Tenancy {

    /** The entity whose rows are the tenants; it carries {@link TenantRoot}. */
    Class<?> root();

    /** The tenant column of tenant-scoped tables. */
    String column() default "tenant_id";

    /** The configuration parameter that holds a session's tenant; its name must contain a dot. */
    String setting() default "app.tenant_id";

    /** The application role of policies and grants; created with {@code NOLOGIN} if it does not exist. */
    String role() default "authenticated";
}
