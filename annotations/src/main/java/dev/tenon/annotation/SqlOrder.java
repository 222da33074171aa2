package dev.tenon.annotation;

/** When a {@link SqlObject} is made. */
public enum SqlOrder {
    /** Types, and routines whose parameters and result are no tables, before the tables; all else after them. */
    DERIVED,
    /** Before the tables, which need it. */
    BEFORE_TABLES,
    /** After the tables, among the views. */
    AFTER_TABLES
}
