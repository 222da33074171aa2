package dev.tenon.annotation;

/** How the primary key of a tenant-scoped table is made. */
public enum TenantKey {
    /** {@code (tenant, id)}: one index serves policies, references and lookups. */
    TENANT_FIRST,
    /** {@code (id)} alone, and {@code UNIQUE (tenant, id)} where something refers to it. */
    ID_ONLY
}
