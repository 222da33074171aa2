package dev.tenon.schema;

/** A privilege on a table, sequence, schema or function. */
public enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    REFERENCES,
    TRIGGER,
    MAINTAIN,
    USAGE,
    CREATE,
    EXECUTE
}
