package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How tenants are kept apart: a session names its tenant in a setting, row-level security compares it with a column.
 * Used inside {@link Schema#tenancy()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Tenancy {

    /** The entity whose rows are the tenants; it carries {@link TenantRoot}. */
    Class<?> root();

    /** The tenant column of tenant-scoped tables. */
    String column() default "tenant_id";

    /** The configuration parameter that names a session's tenant; it must have a dot in it. */
    String setting() default "app.tenant_id";

    /** The application role that policies and grants are for; created without login where it is missing. */
    String role() default "authenticated";
}
