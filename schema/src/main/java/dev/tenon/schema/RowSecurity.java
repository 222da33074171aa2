package dev.tenon.schema;

/** Whether row-level security is enabled on a table, and for which roles. */
public enum RowSecurity {
    /** Policies, if there are any, have no effect. */
    DISABLED,
    /** Policies apply to all roles except the table's owner. */
    ENABLED,
    /** Policies also apply to the owner ({@code FORCE ROW LEVEL SECURITY}). */
    FORCED
}
