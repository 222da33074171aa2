package dev.tenon.runtime.internal.history;

import java.util.Locale;

/** The state of a step in the history. */
public enum StepState {
    /** A step outside a transaction has started; the catalogs show whether it completed. */
    RUNNING,
    /** The step is committed. */
    DONE,
    /** The step is committed and must be undone, because a later step failed permanently. */
    UNDOING,
    /** The step was undone and runs again. */
    UNDONE,
    /** The step is committed, and its migration is being taken back. */
    ABANDONING;

    /** Returns the state as stored in the history. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
