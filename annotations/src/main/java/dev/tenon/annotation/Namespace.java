package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A PostgreSQL schema of which it does not follow from what lies in it that it is there or who may use it, on a package
 * around entities. Without this annotation, whoever may do something in a schema may use it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
@Repeatable(Namespace.List.class)
public @interface Namespace {

    /** The schema's name. */
    String value();

    /** The roles that may use it, beside the application role; nobody else may, whatever they may do in it. */
    String[] usableBy() default {};

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PACKAGE)
    @interface List {
        Namespace[] value();
    }
}
