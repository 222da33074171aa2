package dev.tenon.schema.internal.simulation;

/**
 * What a dependency means for the object that it is on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">pg_depend</a>
 */
public enum DependencyType {
    /** The dependent is dropped with it: PostgreSQL's {@code DEPENDENCY_AUTO}. */
    MEMBER,
    /** As {@link #MEMBER}, by an expression that may have no meaning for values of another type. */
    EXPRESSION,
    /** It cannot be dropped, nor change its type, while the dependent exists: PostgreSQL's {@code DEPENDENCY_NORMAL}. */
    REFERENCE,
    /** It cannot be dropped while the dependent exists, but its type may change: the columns of a foreign key's target. */
    KEY_REFERENCE,
    /** It inherits from the table: as {@link #REFERENCE}, and changes of the table's members reach it. */
    PARENT,
    /** It has the columns of a partition or future partition, which have no objects of their own; of no consequence. */
    COLUMNS
}
