package dev.tenon.schema;

/** The partitioning strategy of a table. */
public enum PartitionStrategy {
    /** A partition contains a range of keys. */
    RANGE,
    /** A partition contains listed keys. */
    LIST,
    /** A partition contains the keys whose hash has a given remainder. */
    HASH
}
