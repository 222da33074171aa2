package dev.tenon.runtime.internal.history;

import java.util.Locale;

/** How far a step in the history is. */
public enum StepState {
    /** A step outside a transaction was begun; the catalogs tell whether it came to its end. */
    RUNNING,
    /** The step is committed. */
    DONE,
    /** The step is committed and is to be taken back, because a later one failed for good. */
    UNDOING,
    /** The step was taken back, and runs again. */
    UNDONE;

    /** The state as the history has it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
