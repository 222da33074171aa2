package dev.tenon.annotation;

/** The partitioning strategy of a table. */
public enum PartitionStrategy {
    /** A partition holds a range of keys. */
    RANGE,
    /** A partition holds a list of keys. */
    LIST,
    /** A partition holds the keys whose hash has a certain remainder. */
    HASH
}
