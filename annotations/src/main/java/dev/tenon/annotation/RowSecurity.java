package dev.tenon.annotation;

/** Whether row-level security is on for a table, and whom it binds. */
public enum RowSecurity {
    /** On and forced where the table has a policy, off where it has none. */
    OF_POLICIES,
    /** Off, so that policies have no effect. */
    DISABLED,
    /** On for everyone but the table's owner; without a policy nobody else sees a row. */
    ENABLED,
    /** On for the owner as well. */
    FORCED
}
