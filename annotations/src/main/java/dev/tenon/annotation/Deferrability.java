package dev.tenon.annotation;

/** When a constraint is checked. */
public enum Deferrability {
    /** Immediately after each statement; it cannot be deferred. */
    NOT_DEFERRABLE,
    /** Immediately by default; a transaction can defer it. */
    DEFERRABLE,
    /** At commit by default; a transaction can make it immediate. */
    INITIALLY_DEFERRED
}
