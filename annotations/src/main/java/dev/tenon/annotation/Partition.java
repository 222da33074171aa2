package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A partition of a {@link Partitioned} table. Values are written without quotes: {@code 2025-01-01}. A timestamp
 * without a time zone is in UTC.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Partition.List.class)
public @interface Partition {

    /** The partition's name; the partition is in the schema of its table. */
    String name();

    /**
     * The inclusive lower bound of a range, one value for each column, or {@code MINVALUE}; if empty, it is unbounded.
     */
    String[] from() default {};

    /**
     * The exclusive upper bound of a range, one value for each column, or {@code MAXVALUE}; if empty, it is unbounded.
     */
    String[] to() default {};

    /** The values of a list. */
    String[] values() default {};

    /** Whether the list includes null. */
    boolean nulls() default false;

    /** The modulus of a hash partition. */
    int modulus() default 0;

    /** The remainder of a hash partition. */
    int remainder() default 0;

    /** Whether this is the default partition, which holds the rows that belong to no other partition. */
    boolean otherwise() default false;

    /**
     * Whether row-level security is enabled on the partition, which PostgreSQL checks when the partition itself is
     * accessed. By default it is that of the table, with the policies of the table, unless the partition has policies of
     * its own. With any other value, the partition has only its own policies.
     *
     * @see Policy#partition()
     */
    RowSecurity rowSecurity() default RowSecurity.OF_POLICIES;

    /** The comment on the partition. */
    String comment() default "";

    /** The container of repeated annotations on one entity. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        Partition[] value();
    }
}
