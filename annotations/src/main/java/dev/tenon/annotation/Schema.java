package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes the PostgreSQL schema of the entities in a package and the packages below it, on {@code package-info}.
 * The annotation of the nearest enclosing package applies.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Schema {

    /** The PostgreSQL schema of tables that do not specify one. */
    String name() default "public";

    /**
     * The extensions that the entities need, for example {@code vector}; {@code name@schema} specifies the schema of
     * the extension's objects, which is {@code public} by default.
     */
    String[] extensions() default {};

    /** The enums whose types are created although no column uses them. */
    Class<? extends Enum<?>>[] enums() default {};

    /**
     * The action when a referenced row is deleted, for references that declare none and are not between rows of one
     * tenant. Unless declared, it is that of the enclosing package, and {@code NO ACTION} if none declares it.
     */
    ForeignKeyAction onDelete() default ForeignKeyAction.DERIVED;

    /** How tenants are isolated; at most one. */
    Tenancy[] tenancy() default {};
}
