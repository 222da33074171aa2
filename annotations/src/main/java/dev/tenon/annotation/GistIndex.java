package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A GiST index, for ranges, geometry and nearest neighbours.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
@Repeatable(GistIndex.List.class)
public @interface GistIndex {

    /**
     * On a type, the columns or fields; on a field, further columns after it. A key may end in {@code DESC}, {@code
     * NULLS FIRST} or {@code NULLS LAST}; a key in parentheses is an expression.
     */
    String[] columns() default {};

    /** The index's name; if empty, it is derived. */
    String name() default "";

    /** The predicate of a partial index, in SQL. */
    String where() default "";

    /** The columns or fields that the index only stores ({@code INCLUDE}). */
    String[] include() default {};

    /** The operator classes of the keys, one for all or one for each key; if empty, the default of the type. */
    String[] opclass() default {};

    /** Storage parameters, for example {@code fillfactor=70}. */
    String[] with() default {};

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface List {
        GistIndex[] value();
    }
}
