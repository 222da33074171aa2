package dev.tenon.cli.importer;

/** How entities are written. */
public enum EntityStyle {
    /** Records with Tenon's annotations. */
    RECORD,
    /** Classes of final fields with Tenon's annotations. */
    CLASS,
    /** Classes with the annotations of Jakarta Persistence, and Tenon's for what these have no words for. */
    JPA
}
