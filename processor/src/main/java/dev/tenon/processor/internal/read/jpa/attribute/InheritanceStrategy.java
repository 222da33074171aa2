package dev.tenon.processor.internal.read.jpa.attribute;

/** The mapping of an entity hierarchy to tables; the constants are those of {@code InheritanceType}. */
public enum InheritanceStrategy {
    /** One table for the hierarchy. */
    SINGLE_TABLE,
    /** A table for the attributes of each class, with the key of the table above. */
    JOINED,
    /** A complete table for each concrete class. */
    TABLE_PER_CLASS
}
