package dev.tenon.annotation;

/** When a constraint is checked. */
public enum Deferrability {
    /** At once, always. */
    NOT_DEFERRABLE,
    /** At once, unless the transaction says otherwise. */
    DEFERRABLE,
    /** At commit, unless the transaction says otherwise. */
    INITIALLY_DEFERRED
}
