package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The former name of a table, view, column, enum type or enum constant. The object is renamed and keeps its data.
 * On an enum constant that already existed, it names a removed constant: rows with the removed constant get this one.
 * Names may form a chain within one migration, but not a cycle.
 * Once the migration is written, the annotation has no effect and may be removed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface RenamedFrom {

    /** The former name in the database; for a table or view, optionally with its former schema before a dot. */
    String value();
}
