package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which value rows get that are there before a NOT NULL column is, or before a column becomes NOT NULL.
 * Once the migration is written it has no effect and may be removed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Backfill {

    /**
     * The expression over the old row, in SQL. What the same migration renames may be called by its former name or by its
     * new one; of columns that get other types it reads the old values.
     */
    String value();
}
