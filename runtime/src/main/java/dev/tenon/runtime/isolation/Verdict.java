package dev.tenon.runtime.isolation;

import java.util.Locale;

/** What came of a probe. */
public enum Verdict {
    /** It was tried, and tenants stay apart. */
    HELD,
    /** There is nothing to try, for the reason that is given. */
    NOT_APPLICABLE,
    /** No tenant reaches another by it, but somebody should know; nothing fails by it. */
    WARNING,
    /** It could not be carried out, so that nothing is known; this counts as a failure. */
    NOT_PROVEN,
    /** One tenant reaches another. */
    BROKEN;

    /** The verdict as it is said, for example {@code not proven}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether the proof fails by it. */
    public boolean fails() {
        return this == NOT_PROVEN || this == BROKEN;
    }
}
