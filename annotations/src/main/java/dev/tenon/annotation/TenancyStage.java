package dev.tenon.annotation;

/**
 * How far the tables of a database in use are on the way to tenant isolation. Each stage includes those before it. A
 * database in use goes through all of them, one deployment after the other; a new one begins with the last.
 */
public enum TenancyStage {
    /**
     * Rows have their tenant: the tenant column is filled by its {@link Backfill}, in existing rows at once, and by a
     * trigger in rows that a version of the application without tenants inserts.
     */
    COLUMN,
    /** Keys and references include the tenant: its column is NOT NULL, and leads keys, foreign keys and indexes. */
    KEYS,
    /**
     * Row-level security applies to the application role. The {@link Tenancy#admitted() admitted} roles and the owner
     * see the rows of all tenants.
     */
    ROW_SECURITY,
    /** Row-level security applies to the owner, too, unless it is admitted. */
    FORCED
}
