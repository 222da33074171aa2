package dev.tenon.runtime.internal.undo;

/** Whether a statement may cause writes to be refused or to give other results than before. */
enum WriteRestriction {
    /** No. */
    NONE,
    /** Yes, if the migration has not made itself what the statement is about. */
    ON_OLD,
    /** Yes. */
    ALWAYS
}
