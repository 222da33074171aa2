package dev.tenon.annotation;

/** The distances of pgvector, each with the operator that queries use. */
public enum VectorMetric {
    /** Euclidean distance, {@code <->}. */
    L2,
    /** Negative inner product, {@code <#>}. */
    INNER_PRODUCT,
    /** Cosine distance, {@code <=>}. */
    COSINE,
    /** Taxicab distance, {@code <+>}. */
    L1,
    /** Hamming distance of bits, {@code <~>}. */
    HAMMING,
    /** Jaccard distance of bits, {@code <%>}. */
    JACCARD
}
