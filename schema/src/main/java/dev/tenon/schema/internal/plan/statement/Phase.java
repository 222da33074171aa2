package dev.tenon.schema.internal.plan.statement;

/**
 * The position of a statement in a migration: dependencies are created before their dependents and dropped after them,
 * and old names are free before new objects use them.
 */
public enum Phase {
    /** Roles, schemas, extensions: everything else depends on them. */
    SERVER,
    /** Inheritance that ends, before its tables change. */
    ENDED_INHERITANCE,
    /** Renames of existing objects. */
    RENAMES,
    /** New enum types. */
    TYPES,
    /** New labels, which no statement may use before they are committed. */
    LABELS,
    /** Sequences, which defaults use. */
    SEQUENCES,
    /** Functions, domains and other objects on which tables may depend. */
    OBJECTS,
    /** New tables with their members. */
    TABLES,
    /** Foreign keys between new tables. */
    NEW_REFERENCES,
    /** NOT NULL that a check proves, before the check is dropped or replaced. */
    PROVEN_NOT_NULL,
    /** Constraints that conflict with others or with the new form of the data. */
    EARLY_DROPS,
    /** Columns: new ones, types, defaults. */
    COLUMNS,
    /** Type changes of columns that views read. */
    VIEWED_COLUMNS,
    /** New generated columns; the columns that they read have their new types. */
    COMPUTED_COLUMNS,
    /**
     * New partitions of existing tables, after the columns that they need and after dropped partitions with the same
     * rows.
     */
    PARTITIONS,
    /** Triggers that give written rows their tenant, before existing rows get theirs. */
    TENANT_TRIGGERS,
    /** Shadow columns. */
    SHADOWS,
    /** Indexes that are built again because a routine returns other results, before rows with such results are written. */
    REBUILT_INDEXES,
    /** Backfills of existing rows. */
    ROWS,
    /** Statistics of columns whose values are new, before a cutover makes queries use them. */
    STATISTICS,
    /** Indexes, including those from which constraints are created. */
    INDEXES,
    /** Constraints, including NOT NULL. */
    CONSTRAINTS,
    /** Cutovers of shadow columns and of collations. */
    CUTOVERS,
    /** Statistics that a cutover has deleted, or that need attributes that it sets. */
    LATE_STATISTICS,
    /** Replacements of primary keys, before the foreign keys that reference them. */
    KEYS,
    /** Foreign keys from or to existing tables; identities, which need NOT NULL. */
    REFERENCES,
    /** Foreign keys that others replace. */
    REPLACED_REFERENCES,
    /** Tables that become unlogged, once no logged table references them. */
    UNLOGGED,
    /** The owning columns of sequences. */
    OWNERS,
    /** Row-level security, policies, privileges. */
    SECURITY,
    /** Views, and functions, triggers and similar objects that depend on tables. */
    VIEWS,
    COMMENTS,
    DROP_CONSTRAINTS,
    DROP_INDEXES,
    DROP_COLUMNS,
    /** Tables that inherit from others, once both have their final columns. */
    INHERITANCE,
    DROP_TABLES,
    DROP_TYPES,
    /** Extensions, once nothing uses their objects, and before the schemas that contain them. */
    DROP_EXTENSIONS,
    DROP_SERVER
}
