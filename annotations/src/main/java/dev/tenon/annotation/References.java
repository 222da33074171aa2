package dev.tenon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key to another entity: on a field, from its column; on a type, from several columns. Between tenant-scoped
 * tables it includes the tenant column, so that no row can reference a row of another tenant.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
@Repeatable(References.List.class)
public @interface References {

    /** The referenced entity. */
    Class<?> value();

    /** On a type, the referencing columns or fields; on a field, further columns after it. */
    String[] columns() default {};

    /** The referenced columns or fields of the entity, which must be unique; if empty, its primary key. */
    String[] target() default {};

    /**
     * The action when the referenced row is deleted. Unless declared, it is {@code CASCADE} from a tenant-scoped table to
     * another one, and from its tenant column to the tenant root; elsewhere it is what {@link Schema#onDelete()} declares.
     * Migrations and snapshots always contain the action.
     */
    ForeignKeyAction onDelete() default ForeignKeyAction.DERIVED;

    /** The columns or fields that {@code SET_NULL} and {@code SET_DEFAULT} set; if empty, all referencing columns. */
    String[] onDeleteColumns() default {};

    /** The action when the referenced key is updated. */
    ForeignKeyAction onUpdate() default ForeignKeyAction.NO_ACTION;

    /** Whether some columns of a composite foreign key may be null while others are not. */
    ForeignKeyMatch match() default ForeignKeyMatch.SIMPLE;

    /** When the constraint is checked. */
    Deferrability deferrable() default Deferrability.NOT_DEFERRABLE;

    /** The constraint's name; if empty, it is derived. */
    String name() default "";

    /** Whether Tenon creates an index on the referencing columns if no other index serves them. */
    boolean index() default true;

    /** Whether existing rows need not satisfy it, as with PostgreSQL's {@code NOT VALID}. */
    boolean notValid() default false;

    /** The container of repeated annotations on one element. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface List {
        References[] value();
    }
}
