package dev.tenon.schema;

/** Whether row-level security is enabled on a table, and for which roles. */
public enum RowSecurity {
    /** Policies, if there are any, have no effect. */
    DISABLED,
    /** Policies bind everyone but the table's owner. */
    ENABLED,
    /** Policies bind the owner as well ({@code FORCE ROW LEVEL SECURITY}). */
    FORCED
}
