package dev.tenon.schema;

/**
 * How far the tables of a database in use are on the way to tenant isolation. Each stage includes those before it, and
 * is deployed by a migration of its own while a version of the application that knows no tenants is at work.
 */
public enum TenancyStage {
    /** Rows have their tenant: the tenant column is filled, in existing rows and in those that are inserted. */
    COLUMN,
    /** Keys and references include the tenant: the tenant column is NOT NULL, and leads keys and indexes. */
    KEYS,
    /** Row-level security applies to the application role; admitted roles and the owner see all rows. */
    ROW_SECURITY,
    /** Row-level security applies to the owner, too. */
    FORCED;

    /** Whether this stage is the other one or comes after it. */
    public boolean includes(TenancyStage other) {
        return compareTo(other) >= 0;
    }
}
