package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Numbers the column's rows: {@code GENERATED … AS IDENTITY}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Identity {

    /** Whether a value given by an insert is refused. */
    boolean always() default true;

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
}
