package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a class or record to a table. Every instance field or record component is a column, unless annotated otherwise.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Table {

    /** The table's name; if empty, it is derived from the class. */
    String name() default "";

    /** The PostgreSQL schema; if empty, the one of the package's {@link Schema}. */
    String schema() default "";

    /** The comment on the table. */
    String comment() default "";

    /** Storage parameters, for example {@code fillfactor=70} or {@code toast.autovacuum_enabled=false}. */
    String[] with() default {};

    /** Whether the table is {@code UNLOGGED}: writes are faster, but a crash of the server empties the table. */
    boolean unlogged() default false;

    /** Whether row-level security is enabled; on tenant-scoped tables and tenant roots it is always forced. */
    RowSecurity rowSecurity() default RowSecurity.OF_POLICIES;

    /** Why the table has no primary key; empty for a table that has one. */
    String keyless() default "";
}
