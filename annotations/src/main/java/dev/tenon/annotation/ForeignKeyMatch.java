package dev.tenon.annotation;

/** Whether a reference of several columns may be null in part. */
public enum ForeignKeyMatch {
    /** One null is enough for the reference to be none. */
    SIMPLE,
    /** Either all columns are null or none. */
    FULL
}
