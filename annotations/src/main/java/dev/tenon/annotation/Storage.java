package dev.tenon.annotation;

/** Whether large values of a column are compressed or stored out of line (TOAST). */
public enum Storage {
    /** The default of the column's type. */
    OF_TYPE,
    /** Neither compressed nor out of line; the only strategy of fixed-length types. */
    PLAIN,
    /** Compressed, and stored out of line only as a last resort. */
    MAIN,
    /** Stored out of line without compression, so that substrings can be read fast. */
    EXTERNAL,
    /** Compressed, then stored out of line. */
    EXTENDED
}
