package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index. On a tenant-scoped table a B-tree leads with the tenant.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
@Repeatable(Index.List.class)
public @interface Index {

    /** The columns or fields, on a type; on a field, further ones after it. A key may go on with {@code COLLATE}, {@code DESC}, {@code NULLS FIRST} or {@code NULLS LAST}; one in parentheses is an expression. */
    String[] columns() default {};

    /** The index's name; empty derives it. */
    String name() default "";

    /** The predicate of a partial index, in SQL. */
    String where() default "";

    /** The access method. */
    String method() default "btree";

    /** Whether keys are unique. */
    boolean unique() default false;

    /** Whether two nulls are equal, where keys are unique. */
    boolean nullsNotDistinct() default false;

    /** The columns or fields that the index only stores. */
    String[] include() default {};

    /** The operator class of the keys, one for all or one each; empty takes the type's own. */
    String[] opclass() default {};

    /** Storage parameters, for example {@code fillfactor=70}. */
    String[] with() default {};

    /** Whether the tenant column is put first, in a B-tree on a tenant-scoped table. */
    boolean tenantLeading() default true;

    /** The comment on the index. */
    String comment() default "";

    /** Why a unique index that does not lead with the tenant is right, in a tenant-scoped table; there it must be said. */
    String reason() default "";

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface List {
        Index[] value();
    }
}
