package dev.tenon.runtime.migrate;

import java.util.Locale;

/** Where a step in the history comes from. */
public enum StepKind {
    /** Written by Tenon. */
    GENERATED,
    /** Written by hand. */
    MANUAL,
    /** Not run: the database had it already when Tenon came. */
    BASELINE;

    /** The kind as the history has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
