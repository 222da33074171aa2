package dev.tenon.schema.internal.rule;

/** The severity of a finding. */
public enum Severity {
    /** Nothing is written while there is one. */
    ERROR,
    /** Worth mending, but nothing stops for it. */
    WARNING,
    /** For information. */
    NOTE
}
