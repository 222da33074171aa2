package dev.tenon.annotation;

/** Whether row-level security is enabled on a table, and for which roles. */
public enum RowSecurity {
    /** Enabled and forced if the table has a policy, otherwise disabled. */
    OF_POLICIES,
    /** Disabled, so that policies have no effect. */
    DISABLED,
    /** Enabled for all roles except the table's owner; without a policy, other roles see no rows. */
    ENABLED,
    /** Enabled for the table's owner as well. */
    FORCED
}
