package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A partition of a {@link Partitioned} table. Values are written as they are, without quotes: {@code 2025-01-01}. A point in
 * time without a zone is one of UTC.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Partition.List.class)
public @interface Partition {

    /** The partition's name; it lives in the schema of its table. */
    String name();

    /** The lower end of a range, which is within, one value for each column, or {@code MINVALUE}; empty has none. */
    String[] from() default {};

    /** The upper end of a range, which is not within, one value for each column, or {@code MAXVALUE}; empty has none. */
    String[] to() default {};

    /** The values of a list. */
    String[] values() default {};

    /** Whether rows without a value are in the list. */
    boolean nulls() default false;

    /** The number that a hash is divided by. */
    int modulus() default 0;

    /** What is left when a hash is divided. */
    int remainder() default 0;

    /** Whether it takes the rows of no other partition. */
    boolean otherwise() default false;

    /** The comment on the partition. */
    String comment() default "";

    /** Several of them on one entity. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        Partition[] value();
    }
}
