package dev.tenon.runtime.internal.undo;

/** The effect of a statement on its members. */
enum StatementAction {
    /** It creates them. */
    CREATES,
    /** It drops them. */
    DROPS,
    /** It renames them. */
    RENAMES,
    /** It alters an attribute on which other statements do not depend. */
    ALTERS,
    /** It completes an object that another statement created. */
    COMPLETES,
    /** It is idempotent or not visible to other sessions. */
    IDEMPOTENT,
    /** It creates an object that nothing uses yet, and that remains. */
    REMAINS;

    /** Whether later statements may use the resulting names. */
    boolean definesNames() {
        return this != ALTERS && this != IDEMPOTENT && this != REMAINS;
    }
}
