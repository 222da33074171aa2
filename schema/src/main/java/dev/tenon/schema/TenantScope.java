package dev.tenon.schema;

import java.util.Optional;

/** How a table relates to tenants: tenant-scoped, the tenant root, shared, or undeclared. */
public sealed interface TenantScope {

    /** Undeclared: the table has no scope. */
    TenantScope NONE = new None();

    /** The column that identifies a row's tenant, if rows belong to a tenant. */
    Optional<String> tenantColumn();

    /**
     * Every row belongs to one tenant.
     *
     * @param column the tenant column
     */
    record Scoped(String column) implements TenantScope {
        public Scoped {
            Normalization.text("the tenant column", column);
        }

        @Override
        public Optional<String> tenantColumn() {
            return Optional.of(column);
        }
    }

    /**
     * Every row is a tenant.
     *
     * @param column the column that identifies the tenant
     */
    record Root(String column) implements TenantScope {
        public Root {
            Normalization.text("the tenant column", column);
        }

        @Override
        public Optional<String> tenantColumn() {
            return Optional.of(column);
        }
    }

    /**
     * Rows are declared as shared by all tenants.
     *
     * @param reason why the rows may be shared
     */
    record Shared(String reason) implements TenantScope {
        public Shared {
            Normalization.text("the reason for sharing", reason);
        }

        @Override
        public Optional<String> tenantColumn() {
            return Optional.empty();
        }
    }

    /** The scope is undeclared. */
    record None() implements TenantScope {
        @Override
        public Optional<String> tenantColumn() {
            return Optional.empty();
        }
    }
}
