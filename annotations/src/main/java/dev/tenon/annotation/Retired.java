package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column is kept in the database, nullable so that inserts without it work, but no longer used by code. When the field is
 * removed later, the column is dropped without further acceptance.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Retired {

    /** Why it goes; kept in the snapshot. */
    String reason();
}
