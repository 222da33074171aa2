package dev.tenon.runtime.migrate;

/** The state of a migration in the database. */
public enum MigrationProgress {
    /** All its steps are committed. */
    APPLIED,
    /** Some of its steps are committed. */
    PARTIAL,
    /** It is being taken back, and that has not finished. */
    ABANDONING,
    /** None of its steps is committed. */
    PENDING
}
