package dev.tenon.runtime.internal.undo;

/** What a statement does to its members. */
enum StatementAction {
    /** It makes them. */
    MAKES,
    /** It takes them away. */
    DROPS,
    /** It gives them other names. */
    RENAMES,
    /** It changes an attribute, which others do not need to know of. */
    CHANGES,
    /** It completes something that it goes with. */
    JOINS,
    /** It changes nothing that others see, or nothing when it runs once more. */
    REPEATS,
    /** It makes something new that nobody uses yet, and that stays. */
    STAYS;

    /** Whether others that come later may call the members by the names that they have since. */
    boolean names() {
        return this != CHANGES && this != REPEATS && this != STAYS;
    }
}
