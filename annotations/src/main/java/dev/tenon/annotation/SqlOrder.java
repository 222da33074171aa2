package dev.tenon.annotation;

/** When a {@link SqlObject} is created. */
public enum SqlOrder {
    /** Types, and routines without table types in their signature, before the tables; all other objects after them. */
    DERIVED,
    /** Before the tables, which depend on it. */
    BEFORE_TABLES,
    /** After the tables, together with the views. */
    AFTER_TABLES
}
