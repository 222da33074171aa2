package dev.tenon.annotation;

/** The commands that a policy may apply to. */
public enum PolicyCommand {
    ALL,
    SELECT,
    INSERT,
    UPDATE,
    DELETE
}
