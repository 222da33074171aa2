package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sequence, on an entity or on a package around entities. Defaults take values from it by {@code nextval('name')}. The
 * application role may use it. For numbering the rows of one table {@link Identity} is simpler.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(Sequence.List.class)
public @interface Sequence {

    /** The sequence's name. */
    String name();

    /** The PostgreSQL schema; empty takes the entity's, or the package's. */
    String schema() default "";

    /** The type of its values: {@code smallint}, {@code integer} or {@code bigint}. */
    String type() default "bigint";

    /** The first value; {@link Long#MIN_VALUE} takes the smallest one, or the largest of a sequence that counts down. */
    long start() default Long.MIN_VALUE;

    /** The step, negative to count down. */
    long increment() default 1;

    /** The smallest value; {@link Long#MIN_VALUE} takes 1, or the type's smallest of a sequence that counts down. */
    long min() default Long.MIN_VALUE;

    /** The largest value; {@link Long#MAX_VALUE} takes the type's largest, or -1 of a sequence that counts down. */
    long max() default Long.MAX_VALUE;

    /** How many values a session takes at once; what it does not use is lost. */
    long cache() default 1;

    /** Whether it begins again after its last value, else that is an error. */
    boolean cycle() default false;

    /** The column or field, on an entity, that takes the sequence with it when it is dropped. */
    String ownedBy() default "";

    /** The roles that may take values from it, beside the application role. */
    String[] usableBy() default {};

    /** The roles that may read where it stands. */
    String[] readableBy() default {};

    /** The roles that may set where it stands. */
    String[] settableBy() default {};

    /** The comment on the sequence. */
    String comment() default "";

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.PACKAGE})
    @interface List {
        Sequence[] value();
    }
}
