package dev.tenon.runtime.undo;

/** Whether rows that could be written before a statement may be refused or come out otherwise after it. */
enum Restraint {
    /** No. */
    NONE,
    /** Yes, if the migration has not made itself what the statement is about. */
    ON_OLD,
    /** Yes. */
    ALWAYS
}
