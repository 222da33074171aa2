package dev.tenon.processor.read.jpa;

/** How a hierarchy of entities lies in tables; the constants are those of {@code InheritanceType}. */
enum Strategy {
    /** One table for all. */
    SINGLE_TABLE,
    /** A table for what each class adds, with the key of the one above. */
    JOINED,
    /** A whole table for each class that has instances. */
    TABLE_PER_CLASS
}
