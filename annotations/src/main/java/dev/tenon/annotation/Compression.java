package dev.tenon.annotation;

/** How large values of a column are compressed. */
public enum Compression {
    /** The default of the server. */
    OF_SERVER,
    /** PostgreSQL's built-in method. */
    PGLZ,
    /** LZ4, which is faster; the server must be built with it. */
    LZ4
}
