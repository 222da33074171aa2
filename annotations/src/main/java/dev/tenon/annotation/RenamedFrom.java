package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a table, view, column, enum type or enum constant had before, so that it is renamed and keeps its data.
 * On an enum constant that was there before, too, it names a constant that is gone: rows that have that one get this one instead.
 * Names may move on in a chain in one migration, but not round in a circle.
 * Once the migration is written it has no effect and may be removed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface RenamedFrom {

    /** The former name in the database; a table or view may give its former schema before a dot. */
    String value();
}
