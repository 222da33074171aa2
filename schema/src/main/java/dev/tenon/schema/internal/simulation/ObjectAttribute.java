package dev.tenon.schema.internal.simulation;

/** An attribute of a simulated object. Its value is what the model says of it. */
public enum ObjectAttribute {
    /** What the object is as a whole, for objects that are replaced rather than altered. */
    DEFINITION,
    TYPE,
    NULLABLE,
    DEFAULT,
    STORAGE,
    COMPRESSION,
    STATISTICS,
    COMMENT,
    ROW_SECURITY,
    FORCED_ROW_SECURITY,
    UNLOGGED,
    PARAMETERS,
    PARTITIONING,
    OWNER,
    OPTIONS,
    VALIDATED
}
