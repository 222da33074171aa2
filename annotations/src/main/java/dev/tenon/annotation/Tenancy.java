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

    /** How far the tables are on the way to isolation; an earlier stage lets a version without tenants stay at work. */
    TenancyStage stage() default TenancyStage.FORCED;

    /**
     * The roles that see the rows of all tenants once row-level security is enabled, such as the login role of a
     * version of the application without tenants; {@code public} admits every role but the application role.
     */
    String[] admitted() default {};

    /** Whether statements of admitted roles that see rows outside of their session's tenant are recorded. */
    boolean observed() default false;
}
