package dev.tenon.annotation;

/** The form of a tenant-scoped table's primary key. */
public enum TenantKey {
    /** {@code (tenant, id)}: one index serves policies, foreign keys and lookups. */
    TENANT_FIRST,
    /** {@code (id)} alone, plus {@code UNIQUE (tenant, id)} if a foreign key references the table. */
    ID_ONLY
}
