package dev.tenon.annotation;

/** What happens to a referencing row when the referenced row is deleted or its key is updated. */
public enum ForeignKeyAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
}
