package dev.tenon.annotation;

/** What happens to a referencing row when the row that it references goes or changes its key. */
public enum ForeignKeyAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
}
