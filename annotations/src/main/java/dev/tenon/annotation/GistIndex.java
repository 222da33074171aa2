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

    /** The columns or fields, on a type; on a field, further ones after it. A key may end in {@code DESC}, {@code NULLS FIRST} or {@code NULLS LAST}; one in parentheses is an expression. */
    String[] columns() default {};

    /** The index's name; empty derives it. */
    String name() default "";

    /** The predicate of a partial index, in SQL. */
    String where() default "";

    /** The columns or fields that the index only stores. */
    String[] include() default {};

    /** The operator class of the keys, one for all or one each; empty takes the type's own. */
    String[] opclass() default {};

    /** Storage parameters, for example {@code fillfactor=70}. */
    String[] with() default {};

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface List {
        GistIndex[] value();
    }
}
