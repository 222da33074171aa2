package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An exclusion constraint: no two rows may match in all elements; for example, no two bookings of one room may overlap.
 * In a tenant-scoped table, rows of different tenants do not exclude each other. Comparing scalar values with {@code =}
 * under {@code gist}, including the tenant column, requires the extension {@code btree_gist}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Exclude.List.class)
public @interface Exclude {

    /**
     * The keys and operators, for example {@code "room WITH ="} and {@code "during WITH &&"}. A key is a column or
     * field, or an expression in parentheses.
     */
    String[] elements();

    /** The access method of the constraint's index. */
    String method() default "gist";

    /** The predicate of the rows that are compared, in SQL; if empty, all rows are compared. */
    String where() default "";

    /** The operator classes of the keys, one for all or one for each key; if empty, the default of the type. */
    String[] opclass() default {};

    /** The columns or fields that the constraint's index only stores ({@code INCLUDE}). */
    String[] include() default {};

    /** Storage parameters of the constraint's index, for example {@code fillfactor=70}. */
    String[] with() default {};

    /** The constraint's name; if empty, it is derived. */
    String name() default "";

    /** When the constraint is checked. */
    Deferrability deferrable() default Deferrability.NOT_DEFERRABLE;

    /**
     * Whether rows of different tenants exclude each other. A tenant can then learn which values another tenant has, so
     * a {@link #reason()} is required.
     */
    boolean global() default false;

    /** Why the constraint must be global. */
    String reason() default "";

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        Exclude[] value();
    }
}
