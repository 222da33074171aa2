package dev.tenon.schema;

/** The partitioning strategy of a table. */
public enum PartitionStrategy {
    /** By where its key lies between bounds. */
    RANGE,
    /** By which of the listed values its key is. */
    LIST,
    /** By the remainder of its key's hash. */
    HASH
}
