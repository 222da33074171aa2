package dev.tenon.schema;

/** The partitioning strategy of a table. */
public enum PartitionStrategy {
    /** A partition contains a range of keys. */
    RANGE,
    /** By which of the listed values its key is. */
    LIST,
    /** By the remainder of its key's hash. */
    HASH
}
