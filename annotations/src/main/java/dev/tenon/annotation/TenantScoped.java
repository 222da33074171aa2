package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Every row of this table belongs to one tenant, and no tenant sees another's: the tenant column with its default and foreign key,
 * keys and indexes that lead with it, forced row-level security with its policies, and the grants, as one unit.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TenantScoped {

    /** How the primary key is made. */
    TenantKey primaryKey() default TenantKey.TENANT_FIRST;
}
