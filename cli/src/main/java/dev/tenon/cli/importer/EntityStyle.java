package dev.tenon.cli.importer;

/** The style of generated entities. */
public enum EntityStyle {
    /** Records with Tenon's annotations. */
    RECORD,
    /** Classes of final fields with Tenon's annotations. */
    CLASS,
    /** Classes with the annotations of Jakarta Persistence, and Tenon's for all that JPA cannot declare. */
    JPA
}
