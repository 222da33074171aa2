package dev.tenon.schema.internal.rule;

/** The severity of a finding. */
public enum Severity {
    /** Nothing is written while there is one. */
    ERROR,
    /** Worth fixing, but prevents nothing. */
    WARNING,
    /** For information. */
    NOTE
}
