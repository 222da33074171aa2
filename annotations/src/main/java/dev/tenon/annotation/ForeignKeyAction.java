package dev.tenon.annotation;

/** What happens to a referencing row when the referenced row is deleted or its key is updated. */
public enum ForeignKeyAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT,
    /** What {@link References#onDelete()} derives when a row is deleted, and {@code NO ACTION} when a key is updated. */
    DERIVED
}
