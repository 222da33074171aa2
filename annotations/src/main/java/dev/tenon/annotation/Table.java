package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a class or record to a table. Every instance field or record component is a column, unless it says otherwise.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Table {

    /** The table's name; empty derives it from the class. */
    String name() default "";

    /** The PostgreSQL schema; empty takes that of the package's {@link Schema}. */
    String schema() default "";

    /** The comment on the table. */
    String comment() default "";

    /** Storage parameters, for example {@code fillfactor=70} or {@code toast.autovacuum_enabled=false}. */
    String[] with() default {};

    /** Whether a crash of the server takes all rows, for faster writing. */
    boolean unlogged() default false;

    /** Whether row-level security is on; tenant-scoped tables and tenant roots have it forced in any case. */
    RowSecurity rowSecurity() default RowSecurity.OF_POLICIES;

    /** Why it has no primary key; empty for a table that has one, as every table should. */
    String keyless() default "";
}
