package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An exclusion constraint: no two rows may compare alike in all elements, for example no two bookings of one room may
 * overlap. In a tenant-scoped table rows of different tenants never exclude one another. Comparing plain values by
 * {@code =} under {@code gist}, and so every tenant, takes the extension {@code btree_gist}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Exclude.List.class)
public @interface Exclude {

    /** What is compared and by which operator, for example {@code "room WITH ="} and {@code "during WITH &&"}. The key is a column or field, or an expression in parentheses. */
    String[] elements();

    /** The access method of the index behind it. */
    String method() default "gist";

    /** The predicate of the rows that are compared, in SQL; empty compares all. */
    String where() default "";

    /** The operator class of the keys, one for all or one each; empty takes the type's own. */
    String[] opclass() default {};

    /** The columns or fields that the index behind it only stores. */
    String[] include() default {};

    /** Storage parameters of the index behind it, for example {@code fillfactor=70}. */
    String[] with() default {};

    /** The constraint's name; empty derives it. */
    String name() default "";

    /** When it is checked. */
    Deferrability deferrable() default Deferrability.NOT_DEFERRABLE;

    /** Rows of different tenants exclude one another, which lets a tenant learn what another has; it needs a {@link #reason()}. */
    boolean global() default false;

    /** Why a global one is right. */
    String reason() default "";

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        Exclude[] value();
    }
}
