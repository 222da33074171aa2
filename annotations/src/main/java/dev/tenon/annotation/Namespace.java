package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A PostgreSQL schema that is created even if it contains no declared object, or whose privileges are
 * granted explicitly; on a package that contains entities. Without this annotation, every role with a privilege on an
 * object in the schema is granted {@code USAGE}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
@Repeatable(Namespace.List.class)
public @interface Namespace {

    /** The schema's name. */
    String value();

    /**
     * The roles that are granted {@code USAGE}, in addition to the application role. No other role is, whatever
     * privileges it has on objects in the schema.
     */
    String[] usableBy() default {};

    /** The roles that are granted {@code CREATE}: they may create objects in the schema. */
    String[] creatableBy() default {};

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PACKAGE)
    @interface List {
        Namespace[] value();
    }
}
