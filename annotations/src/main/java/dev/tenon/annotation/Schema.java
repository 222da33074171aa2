package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes the PostgreSQL schema of the entities in a package and the packages below it, on {@code package-info}.
 * The nearest enclosing package that carries it counts.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Schema {

    /** The PostgreSQL schema of tables that name none. */
    String name() default "public";

    /** The extensions that the entities rely on, for example {@code vector}; {@code name@schema} says where their objects live, else it is {@code public}. */
    String[] extensions() default {};

    /** The enums whose types are there although no column has them. */
    Class<? extends Enum<?>>[] enums() default {};

    /** How tenants are kept apart; at most one. */
    Tenancy[] tenancy() default {};
}
