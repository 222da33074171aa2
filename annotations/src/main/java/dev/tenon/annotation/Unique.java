package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A unique constraint: on a field over that column, on a type over several. In a tenant-scoped table it leads with the tenant.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
@Repeatable(Unique.List.class)
public @interface Unique {

    /** The columns or fields, on a type; on a field, further ones after it. */
    String[] columns() default {};

    /** The constraint's name; empty derives it. */
    String name() default "";

    /** Whether two nulls are equal. */
    boolean nullsNotDistinct() default false;

    /** The columns or fields that the index behind it only stores. */
    String[] include() default {};

    /** Storage parameters of the index behind it, for example {@code fillfactor=70}. */
    String[] with() default {};

    /** When it is checked. */
    Deferrability deferrable() default Deferrability.NOT_DEFERRABLE;

    /** Unique across all tenants, which lets a tenant learn that another has a value; it needs a {@link #reason()}. */
    boolean global() default false;

    /** Why a global one is right. */
    String reason() default "";

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface List {
        Unique[] value();
    }
}
