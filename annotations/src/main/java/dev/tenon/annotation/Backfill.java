package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Specifies the value of existing rows when a NOT NULL column is added or a column becomes NOT NULL.
 * Once the migration is written, the annotation has no effect and may be removed; on a tenant column, it also gives
 * rows of a version without tenants their tenant, and stays until no such version is admitted
 * ({@link Tenancy#admitted()}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Backfill {

    /**
     * The SQL expression over the old row. A column or table that the same migration renames may be referenced by its
     * old or its new name; a column whose type changes has its old value.
     */
    String value();
}
