package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a primary key what {@link Id} cannot: another name or order of its columns, and what the index behind it has.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PrimaryKey {

    /** The columns or fields in the order of the index; empty takes those with {@link Id} in the order of declaration. */
    String[] columns() default {};

    /** The constraint's name; empty derives it. */
    String name() default "";

    /** The columns or fields that the index behind it only stores. */
    String[] include() default {};

    /** Storage parameters of the index behind it, for example {@code fillfactor=70}. */
    String[] with() default {};
}
