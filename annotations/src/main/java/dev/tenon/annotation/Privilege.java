package dev.tenon.annotation;

/** A privilege on a table. */
public enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    REFERENCES,
    TRIGGER,
    MAINTAIN
}
