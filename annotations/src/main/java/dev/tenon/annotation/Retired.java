package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a column that code no longer uses. The column stays in the database, nullable so that inserts without it
 * succeed. When the field is removed later, the column is dropped without further acceptance.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Retired {

    /** Why the column is retired; recorded in the snapshot. */
    String reason();
}
