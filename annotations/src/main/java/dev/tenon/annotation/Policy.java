package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A row-level security policy beside those of the tenancy; row-level security is on and forced where there is one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Policy.List.class)
public @interface Policy {

    /** The policy's name. */
    String name();

    /** The command that it applies to. */
    PolicyCommand command() default PolicyCommand.ALL;

    /** Whether it narrows what others allow, instead of widening it. */
    boolean restrictive() default false;

    /** The roles that it binds; empty takes the application role. */
    String[] roles() default {};

    /** The condition on rows that are read, in SQL. */
    String using() default "";

    /** The condition on rows that are written, in SQL. */
    String check() default "";

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        Policy[] value();
    }
}
