package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A generated {@code tsvector} column over text columns of the row, for full-text search.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface TextSearch {

    /** The columns or fields whose text is searched, in order; a null counts as empty text. */
    String[] of();

    /** The text search configuration. */
    String config() default "english";
}
