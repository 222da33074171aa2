package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.rule.Severity;
import dev.tenon.schema.internal.sql.parse.GrantStatement;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The application role must not write rows that all tenants see, unless a reason is stated. */
final class WritableSharedTable implements SchemaRule {

    private static final Set<Privilege> WRITING =
            Set.of(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE, Privilege.TRUNCATE);
    private static final Set<String> WORDS =
            WRITING.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    private static final String REMEDY = "grant only SELECT on it, or state in writeReason of @Shared why tenants may";

    @Override
    public String code() {
        return "TN321";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.tenancy().ifPresent(tenancy -> {
            ApplicationGrants grants = new ApplicationGrants(tenancy);
            schema.tables().stream()
                    .filter(WritableSharedTable::unexplained)
                    .forEach(table -> check(table, grants, findings));
            schema.views().stream()
                    .filter(view -> view.shared().isPresent())
                    .forEach(view -> check(view, grants, findings));
            schema.objects().forEach(object -> check(object, schema, grants, findings));
        });
    }

    /** Whether all tenants see the rows and no reason to write them is stated. */
    private static boolean unexplained(Table table) {
        TenantScope scope = table.tenantScope();
        return scope instanceof TenantScope.Shared shared
                ? shared.writeReason().isEmpty()
                : scope instanceof TenantScope.None && table.rowSecurity() == RowSecurity.DISABLED;
    }

    private void check(Table table, ApplicationGrants grants, Consumer<Finding> findings) {
        boolean shared = table.tenantScope() instanceof TenantScope.Shared;
        grants.own(table.grants())
                .filter(grant -> grant.privileges().stream().anyMatch(WRITING::contains))
                .forEach(grant -> findings.accept(new Finding(
                        code(),
                        shared ? Severity.ERROR : Severity.WARNING,
                        ObjectPath.grant(table.name(), grant.grantee()),
                        "",
                        problem(grant.grantee(), table.name(), shared),
                        shared ? REMEDY : "add @TenantScoped to it, or @Shared with a writeReason")));
        table.partitions()
                .forEach(partition -> grants.own(partition.grants())
                        .filter(grant -> grant.privileges().stream().anyMatch(WRITING::contains))
                        .forEach(grant -> findings.accept(new Finding(
                                code(),
                                shared ? Severity.ERROR : Severity.WARNING,
                                ObjectPath.grant(table.name().withName(partition.name()), grant.grantee()),
                                "",
                                problem(grant.grantee(), table.name().withName(partition.name()), shared),
                                REMEDY))));
    }

    private void check(View view, ApplicationGrants grants, Consumer<Finding> findings) {
        grants.own(view.grants())
                .filter(grant -> grant.privileges().stream().anyMatch(WRITING::contains))
                .forEach(grant -> findings.accept(Finding.error(
                        code(),
                        ObjectPath.grant(view.name(), grant.grantee()),
                        "",
                        problem(grant.grantee(), view.name(), true),
                        "grant only SELECT on the view")));
    }

    /** The privileges on columns, which SQL-defined objects grant. */
    private void check(SqlObject object, Schema schema, ApplicationGrants grants, Consumer<Finding> findings) {
        for (GrantStatement statement : GrantStatement.in(object.create())) {
            boolean shared = schema.table(statement.on())
                    .filter(table -> table.tenantScope() instanceof TenantScope.Shared && unexplained(table))
                    .isPresent();
            if (shared
                    && statement.grants(WORDS)
                    && statement.grantees().stream().anyMatch(grants::isRole)) {
                findings.accept(Finding.error(
                        code(),
                        ObjectPath.object(object.name()),
                        "create",
                        problem(String.join(", ", statement.grantees()), statement.on(), true),
                        REMEDY));
            }
        }
    }

    private static String problem(String role, QualifiedName on, boolean shared) {
        return role + " may write " + (shared ? "shared " : "") + on.display() + ", so each tenant changes what "
                + (shared ? "all tenants see" : "other tenants may see");
    }
}
