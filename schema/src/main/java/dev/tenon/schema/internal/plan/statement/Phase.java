package dev.tenon.schema.internal.plan.statement;

/**
 * The position of a statement in a migration: dependencies are created before their dependents and dropped after them,
 * and old names are free before new objects use them.
 */
public enum Phase {
    /** Roles, schemas, extensions: everything else depends on them. */
    SERVER,
    /** Renames of existing objects. */
    RENAMES,
    /** New enum types. */
    TYPES,
    /** New labels, which no statement may use before they are committed. */
    LABELS,
    /** Sequences that defaults take their values from. */
    SEQUENCES,
    /** Functions, domains and the like that tables need. */
    OBJECTS,
    /** New tables with all that is theirs. */
    TABLES,
    /** References between new tables. */
    NEW_REFERENCES,
    /** Constraints that conflict with others or with the new form of the data. */
    EARLY_DROPS,
    /** Columns: new ones, types, defaults. */
    COLUMNS,
    /** New types of columns that views read. */
    VIEWED_COLUMNS,
    /** New columns that are computed from others, which have their types by then. */
    COMPUTED_COLUMNS,
    /** New partitions of tables that were there, which may take what old ones had; they have these tables' new columns. */
    PARTITIONS,
    /** Columns that are to take the place of others. */
    SHADOWS,
    /** Values for old rows. */
    ROWS,
    /** Indexes, also those that become constraints. */
    INDEXES,
    /** Constraints, NOT NULL among them. */
    CONSTRAINTS,
    /** The moment at which they do. */
    CUTOVERS,
    /** Primary keys that take the place of others, which may be referred to. */
    KEYS,
    /** References of tables that were there. */
    REFERENCES,
    /** Tables that a crash empties from now on, to which no others refer any more. */
    UNLOGGED,
    /** Which columns take their sequences with them. */
    OWNERS,
    /** Row-level security, policies, privileges. */
    SECURITY,
    /** Views, and functions, triggers and similar objects that depend on tables. */
    VIEWS,
    COMMENTS,
    DROP_CONSTRAINTS,
    DROP_INDEXES,
    DROP_COLUMNS,
    DROP_TABLES,
    DROP_TYPES,
    DROP_SERVER
}
