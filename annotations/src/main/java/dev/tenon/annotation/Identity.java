package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that the database counts: {@code GENERATED … AS IDENTITY}, or with a {@link #sequence()} a column such as the
 * {@code serial} types make, with a default from a sequence that it owns.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Identity {

    /** Whether an insert that specifies a value is rejected ({@code GENERATED ALWAYS}); never with a sequence. */
    boolean always() default true;

    /**
     * The name of the sequence of a {@code serial} column, for example {@code customer_id_seq}, in the schema of the table;
     * if empty, the column is an identity column.
     */
    String sequence() default "";

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
}
