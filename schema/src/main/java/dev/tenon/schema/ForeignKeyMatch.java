package dev.tenon.schema;

/** Whether some columns of a composite foreign key may be null while others are not. */
public enum ForeignKeyMatch {
    /** A row with a null in any column references nothing. */
    SIMPLE,
    /** Either all columns are null or none. */
    FULL
}
