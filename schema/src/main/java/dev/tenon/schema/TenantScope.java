package dev.tenon.schema;

import java.util.Objects;
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
     * @param keyReason why the primary key may be unique across all tenants, without the tenant column; empty if it has
     *     no reason
     */
    record Scoped(String column, Optional<String> keyReason) implements TenantScope {
        public Scoped {
            Normalization.text("the tenant column", column);
            Objects.requireNonNull(keyReason, "keyReason");
        }

        /** A scope without a reason for its key. */
        public Scoped(String column) {
            this(column, Optional.empty());
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
     * @param writeReason why the application role may write them; empty if it must not
     * @param cascadeReason why deleting one may delete or change rows of tenants; empty if it must not
     */
    record Shared(String reason, Optional<String> writeReason, Optional<String> cascadeReason) implements TenantScope {
        public Shared {
            Normalization.text("the reason for sharing", reason);
            Objects.requireNonNull(writeReason, "writeReason");
            Objects.requireNonNull(cascadeReason, "cascadeReason");
        }

        /** Rows that tenants only read. */
        public Shared(String reason) {
            this(reason, Optional.empty(), Optional.empty());
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
