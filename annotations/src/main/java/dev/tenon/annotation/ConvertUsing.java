package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Specifies the expression that converts existing values when the column's type changes. Once the migration is written,
 * the annotation has no effect and may be removed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface ConvertUsing {

    /**
     * The SQL expression over the old row. A column or table that the same migration renames may be referenced by its
     * old or its new name; a column whose type changes has its old value.
     */
    String value();
}
