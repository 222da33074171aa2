package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A unique constraint: on a field, over its column; on a type, over several columns. In a tenant-scoped table it begins
 * with the tenant column.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
@Repeatable(Unique.List.class)
public @interface Unique {

    /** On a type, the columns or fields; on a field, further columns after it. */
    String[] columns() default {};

    /** The constraint's name; if empty, it is derived. */
    String name() default "";

    /** Whether nulls count as equal ({@code NULLS NOT DISTINCT}). */
    boolean nullsNotDistinct() default false;

    /** The columns or fields that the constraint's index only stores ({@code INCLUDE}). */
    String[] include() default {};

    /** Storage parameters of the constraint's index, for example {@code fillfactor=70}. */
    String[] with() default {};

    /** When the constraint is checked. */
    Deferrability deferrable() default Deferrability.NOT_DEFERRABLE;

    /**
     * Whether values are unique across all tenants. A tenant can then learn that another tenant has a value, so a
     * {@link #reason()} is required.
     */
    boolean global() default false;

    /** Why the constraint must be global. */
    String reason() default "";

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface List {
        Unique[] value();
    }
}
