package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sequence, on an entity or on a package that contains entities. Defaults use it with {@code nextval('name')}. The
 * application role is granted {@code USAGE}. To number the rows of one table, {@link Identity} is simpler.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(Sequence.List.class)
public @interface Sequence {

    /** The sequence's name. */
    String name();

    /** The PostgreSQL schema; if empty, the one of the entity or package. */
    String schema() default "";

    /** The type of its values: {@code smallint}, {@code integer} or {@code bigint}. */
    String type() default "bigint";

    /**
     * The first value; {@link Long#MIN_VALUE} for the smallest value, or the largest one if the sequence counts down.
     */
    long start() default Long.MIN_VALUE;

    /** The step, negative to count down. */
    long increment() default 1;

    /** The smallest value; {@link Long#MIN_VALUE} for 1, or the type's smallest value if the sequence counts down. */
    long min() default Long.MIN_VALUE;

    /** The largest value; {@link Long#MAX_VALUE} for the type's largest value, or -1 if the sequence counts down. */
    long max() default Long.MAX_VALUE;

    /** How many values a session reserves at once; values that it does not use are lost. */
    long cache() default 1;

    /** Whether the sequence restarts after its last value; if not, the next call is an error. */
    boolean cycle() default false;

    /** The column or field that owns the sequence, on an entity; when it is dropped, the sequence is dropped too. */
    String ownedBy() default "";

    /** The roles that may call {@code nextval}, in addition to the application role. */
    String[] usableBy() default {};

    /** The roles that may read its current value. */
    String[] readableBy() default {};

    /** The roles that may set its current value. */
    String[] settableBy() default {};

    /** The comment on the sequence. */
    String comment() default "";

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.PACKAGE})
    @interface List {
        Sequence[] value();
    }
}
