package dev.tenon.schema;

/** When a constraint is checked. */
public enum Deferrability {
    /** Always immediately. */
    NOT_DEFERRABLE,
    /** Immediately by default; a transaction can defer it. */
    DEFERRABLE,
    /** At commit by default; a transaction can make it immediate. */
    INITIALLY_DEFERRED
}
