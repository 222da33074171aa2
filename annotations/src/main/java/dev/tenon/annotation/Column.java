package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Specifies attributes of a column that its Java type and name do not express.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Column {

    /** The column's name; if empty, it is derived from the field. */
    String name() default "";

    /** The PostgreSQL type, as in SQL; if empty, it is derived from the Java type. */
    String type() default "";

    /** The length of a {@code varchar}; 0 is {@code text}. */
    int length() default 0;

    /** The precision of a {@code numeric}, in digits, or of a time, in fractional digits; -1 for none. */
    int precision() default -1;

    /** The scale of a {@code numeric}, in digits. */
    int scale() default 0;

    /** Whether the column is nullable even if the Java type does not express it. */
    boolean nullable() default false;

    /** The collation; if empty, the default of the type. */
    String collation() default "";

    /** Whether large values are compressed or stored out of line (TOAST). */
    Storage storage() default Storage.OF_TYPE;

    /** How large values are compressed. */
    Compression compression() default Compression.OF_SERVER;

    /** The statistics target of {@code ANALYZE}, up to 10000; -1 for the server's default. */
    int statistics() default -1;

    /** The comment on the column. */
    String comment() default "";
}
