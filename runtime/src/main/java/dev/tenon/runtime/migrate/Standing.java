package dev.tenon.runtime.migrate;

/** How a migration of the directory stands with the database. */
public enum Standing {
    /** All its steps are committed. */
    APPLIED,
    /** Some of its steps are committed. */
    PARTIAL,
    /** None of its steps is committed. */
    PENDING
}
