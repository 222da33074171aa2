package dev.tenon.schema;

import java.util.List;
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
 * @param stage how far the tables are on the way to isolation
 * @param admitted the roles that see the rows of all tenants in spite of row-level security, sorted
 * @param observed whether the rows that admitted roles see outside of their tenant are recorded
 */
public record Tenancy(
        QualifiedName root,
        String rootKey,
        String column,
        ColumnType type,
        String setting,
        String role,
        TenancyStage stage,
        List<String> admitted,
        boolean observed) {

    public Tenancy {
        Objects.requireNonNull(root, "root");
        Normalization.text("the tenant root's key", rootKey);
        Normalization.text("the tenant column", column);
        Objects.requireNonNull(type, "type");
        Normalization.text("the tenant setting", setting);
        Normalization.text("the application role", role);
        Objects.requireNonNull(stage, "stage");
        admitted = admitted.stream().sorted().distinct().toList();
    }

    /** A tenancy of the last stage, without admitted roles. */
    public Tenancy(QualifiedName root, String rootKey, String column, ColumnType type, String setting, String role) {
        this(root, rootKey, column, type, setting, role, TenancyStage.FORCED, List.of(), false);
    }

    /** Whether a version of the application may be at work that knows no tenants. */
    public boolean admitsFormerVersion() {
        return stage != TenancyStage.FORCED || !admitted.isEmpty();
    }

    /** Whether keys and references include the tenant. */
    public boolean hasKeys() {
        return stage.includes(TenancyStage.KEYS);
    }

    /** Whether row-level security applies to the application role. */
    public boolean hasRowSecurity() {
        return stage.includes(TenancyStage.ROW_SECURITY);
    }

    /** Returns a copy with another tenant root, after a rename. */
    public Tenancy withRoot(QualifiedName other) {
        return new Tenancy(other, rootKey, column, type, setting, role, stage, admitted, observed);
    }

    /** Returns a copy with another application role, whose name may depend on the environment. */
    public Tenancy withRole(String other) {
        return withRoles(other, admitted);
    }

    /** Returns a copy with other roles, whose names may depend on the environment. */
    public Tenancy withRoles(String application, List<String> others) {
        return new Tenancy(root, rootKey, column, type, setting, application, stage, others, observed);
    }

    /** Returns a copy of another stage. */
    public Tenancy withStage(TenancyStage other, List<String> roles) {
        return new Tenancy(root, rootKey, column, type, setting, role, other, roles, observed);
    }

    /** Returns a copy that records what admitted roles see, or that does not. */
    public Tenancy withObserved(boolean other) {
        return new Tenancy(root, rootKey, column, type, setting, role, stage, admitted, other);
    }
}
