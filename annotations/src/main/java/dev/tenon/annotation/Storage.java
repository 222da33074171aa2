package dev.tenon.annotation;

/** Whether large values of a column are compressed or stored apart from the row. */
public enum Storage {
    /** As the type of the column has it. */
    OF_TYPE,
    /** Neither; types of one length know nothing else. */
    PLAIN,
    /** Compressed, and stored apart only if nothing else helps. */
    MAIN,
    /** Stored apart without compression, so that parts of a value are read fast. */
    EXTERNAL,
    /** Compressed, then stored apart. */
    EXTENDED
}
