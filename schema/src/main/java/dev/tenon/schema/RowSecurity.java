package dev.tenon.schema;

/** Whether row-level security is on for a table, and whom it binds. */
public enum RowSecurity {
    /** Policies, if there are any, have no effect. */
    DISABLED,
    /** Policies bind everyone but the table's owner. */
    ENABLED,
    /** Policies bind the owner as well ({@code FORCE ROW LEVEL SECURITY}). */
    FORCED
}
