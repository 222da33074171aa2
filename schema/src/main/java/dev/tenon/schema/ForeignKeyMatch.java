package dev.tenon.schema;

/** Whether some columns of a composite foreign key may be null while others are not. */
public enum ForeignKeyMatch {
    /** One null is enough for the reference to be none. */
    SIMPLE,
    /** Either all columns are null or none. */
    FULL
}
