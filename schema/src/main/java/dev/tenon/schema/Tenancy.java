package dev.tenon.schema;

import java.util.Objects;

/**
 * How tenants are isolated: a session sets its tenant in a configuration parameter, and row-level security compares it
 * with a column.
 *
 * @param root the table whose rows are the tenants
 * @param rootKey the column of {@code root} that identifies a tenant
 * @param column the name of the tenant column in tenant-scoped tables
 * @param type the type of that column
 * @param setting the configuration parameter that holds the current tenant, for example {@code app.tenant_id}
 * @param role the application role that the policies apply to
 */
public record Tenancy(QualifiedName root, String rootKey, String column, ColumnType type, String setting, String role) {

    public Tenancy {
        Objects.requireNonNull(root, "root");
        Normalization.text("the tenant root's key", rootKey);
        Normalization.text("the tenant column", column);
        Objects.requireNonNull(type, "type");
        Normalization.text("the tenant setting", setting);
        Normalization.text("the application role", role);
    }

    /** Returns a copy with another application role, whose name may depend on the environment. */
    public Tenancy withRole(String other) {
        return new Tenancy(root, rootKey, column, type, setting, other);
    }
}
