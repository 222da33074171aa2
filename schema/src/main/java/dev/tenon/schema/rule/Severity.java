package dev.tenon.schema.rule;

/** How much a finding weighs. */
public enum Severity {
    /** Nothing is written while there is one. */
    ERROR,
    /** Worth mending, but nothing stops for it. */
    WARNING,
    /** For information. */
    NOTE
}
