package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says about a column what its Java type and name do not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Column {

    /** The column's name; empty derives it from the field. */
    String name() default "";

    /** The PostgreSQL type, as in SQL; empty derives it from the Java type. */
    String type() default "";

    /** The length of a {@code varchar}; 0 is {@code text}. */
    int length() default 0;

    /** The precision of a {@code numeric}, in digits, or of a time, in fractional digits; -1 says nothing. */
    int precision() default -1;

    /** The scale of a {@code numeric}, in digits. */
    int scale() default 0;

    /** Whether the column takes nulls, even though the Java type does not say so. */
    boolean nullable() default false;

    /** The collation; empty takes the type's own. */
    String collation() default "";

    /** Whether large values are compressed or stored apart. */
    Storage storage() default Storage.OF_TYPE;

    /** How large values are compressed. */
    Compression compression() default Compression.OF_SERVER;

    /** How much of the column {@code ANALYZE} looks at, up to 10000; -1 leaves that to the server. */
    int statistics() default -1;

    /** The comment on the column. */
    String comment() default "";
}
