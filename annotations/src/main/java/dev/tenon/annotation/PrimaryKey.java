package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Specifies attributes of a primary key that {@link Id} cannot express: its name, the order of its columns, and options
 * of its index.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PrimaryKey {

    /** The columns or fields in the order of the index; if empty, those with {@link Id} in the order of declaration. */
    String[] columns() default {};

    /** The constraint's name; if empty, it is derived. */
    String name() default "";

    /** The columns or fields that the constraint's index only stores ({@code INCLUDE}). */
    String[] include() default {};

    /** Storage parameters of the constraint's index, for example {@code fillfactor=70}. */
    String[] with() default {};
}
