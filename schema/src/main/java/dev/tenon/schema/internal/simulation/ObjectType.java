package dev.tenon.schema.internal.simulation;

/** The type of a simulated object; statements are refused for objects of other types. */
public enum ObjectType {
    ROLE,
    SCHEMA,
    EXTENSION,
    TYPE,
    LABEL,
    SEQUENCE,
    TABLE,
    PARTITION,
    COLUMN,
    GENERATED_COLUMN,
    CONSTRAINT,
    INDEX,
    POLICY,
    TRIGGER,
    RULE,
    /** One table that inherits from others. */
    INHERITANCE,
    ROUTINE,
    VIEW,
    PRIVILEGE,
    OTHER
}
