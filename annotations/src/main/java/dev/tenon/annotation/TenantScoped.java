package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that every row of this table belongs to one tenant and is invisible to other tenants. Adds the tenant column
 * with its default and foreign key, puts it first in keys and indexes, forces row-level security with its policies, and
 * grants privileges.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TenantScoped {

    /** The form of the primary key. */
    TenantKey primaryKey() default TenantKey.TENANT_FIRST;

    /**
     * Why the primary key may be {@link TenantKey#ID_ONLY}: a tenant can then learn that another tenant has a key, and
     * can take a key before it.
     */
    String reason() default "";
}
