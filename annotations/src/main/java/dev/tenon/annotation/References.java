package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key to the primary key of another entity: on a field from that column, on a type from several. Between
 * tenant-scoped tables it includes the tenant, so that no row can point into another tenant.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
@Repeatable(References.List.class)
public @interface References {

    /** The referenced entity. */
    Class<?> value();

    /** The columns or fields that refer, on a type; on a field, further ones after it. */
    String[] columns() default {};

    /** The columns or fields of the entity that they refer to, which are unique there; empty takes its primary key. */
    String[] target() default {};

    /** What a delete of the referenced row does. */
    ForeignKeyAction onDelete() default ForeignKeyAction.CASCADE;

    /** The columns or fields that {@code SET_NULL} and {@code SET_DEFAULT} set; empty for all that refer. */
    String[] onDeleteColumns() default {};

    /** What an update of the referenced key does. */
    ForeignKeyAction onUpdate() default ForeignKeyAction.NO_ACTION;

    /** Whether a reference of several columns may be null in part. */
    ForeignKeyMatch match() default ForeignKeyMatch.SIMPLE;

    /** When it is checked. */
    Deferrability deferrable() default Deferrability.NOT_DEFERRABLE;

    /** The constraint's name; empty derives it. */
    String name() default "";

    /** Whether an index for the key is written where no other serves it. */
    boolean index() default true;

    /** Whether rows from before it need not refer to any, as PostgreSQL has it with {@code NOT VALID}. */
    boolean notValid() default false;

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface List {
        References[] value();
    }
}
