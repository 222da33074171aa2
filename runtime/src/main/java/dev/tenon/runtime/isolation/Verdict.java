package dev.tenon.runtime.isolation;

import java.util.Locale;

/** The verdict of a probe. */
public enum Verdict {
    /** The access was refused; tenants are isolated. */
    HELD,
    /** Nothing to probe, for the given reason. */
    NOT_APPLICABLE,
    /** No leak, but worth a review; the proof does not fail. */
    WARNING,
    /** The probe could not be run; this counts as a failure. */
    NOT_PROVEN,
    /** A tenant can access another tenant's rows. */
    BROKEN;

    /** Returns the verdict in words, for example {@code not proven}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether the proof fails with this verdict. */
    public boolean fails() {
        return this == NOT_PROVEN || this == BROKEN;
    }
}
