package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index. On a tenant-scoped table, the first column of a B-tree is the tenant column.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
@Repeatable(Index.List.class)
public @interface Index {

    /**
     * On a type, the columns or fields; on a field, further columns after it. A key may be followed by {@code COLLATE},
     * {@code DESC}, {@code NULLS FIRST} or {@code NULLS LAST}; a key in parentheses is an expression.
     */
    String[] columns() default {};

    /** The index's name; if empty, it is derived. */
    String name() default "";

    /** The predicate of a partial index, in SQL. */
    String where() default "";

    /** The access method. */
    String method() default "btree";

    /** Whether keys are unique. */
    boolean unique() default false;

    /** Whether nulls count as equal in a unique index ({@code NULLS NOT DISTINCT}). */
    boolean nullsNotDistinct() default false;

    /** The columns or fields that the index only stores ({@code INCLUDE}). */
    String[] include() default {};

    /** The operator classes of the keys, one for all or one for each key; if empty, the default of the type. */
    String[] opclass() default {};

    /** Storage parameters, for example {@code fillfactor=70}. */
    String[] with() default {};

    /** Whether the tenant column is added as the first column, in a B-tree on a tenant-scoped table. */
    boolean tenantLeading() default true;

    /** The comment on the index. */
    String comment() default "";

    /** Why a unique index on a tenant-scoped table does not begin with the tenant column; required in that case. */
    String reason() default "";

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface List {
        Index[] value();
    }
}
