package dev.tenon.annotation;

/** How large values of a column are compressed. */
public enum Compression {
    /** As the server is set. */
    OF_SERVER,
    /** PostgreSQL's own method. */
    PGLZ,
    /** LZ4, which is faster, where the server is built with it. */
    LZ4
}
