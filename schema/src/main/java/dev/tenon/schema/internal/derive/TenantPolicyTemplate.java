package dev.tenon.schema.internal.derive;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Policy.Command;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The building blocks of tenant isolation. A scalar subquery reads the current tenant, so that the server evaluates it
 * once per statement instead of once per row. The tenant is null, and thus matches no row, if the setting is unset or
 * empty.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">Row Security Policies</a>
 */
final class TenantPolicyTemplate {

    private static final List<Privilege> ROWS =
            List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    private static final List<Privilege> ROOT = List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE);

    private final Tenancy tenancy;
    private final TenantValue current;

    TenantPolicyTemplate(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.current = new TenantValue(tenancy.setting(), tenancy.type());
    }

    ColumnDefault columnDefault() {
        return new ColumnDefault.Expression(current.stored());
    }

    /**
     * Four permissive policies, and a restrictive one, so that a further permissive policy cannot show rows of other
     * tenants. All have the same text, so that the server evaluates the two policies of a command as one condition.
     */
    List<Policy> policies(String column) {
        Optional<String> own = Optional.of(own(column));
        Optional<String> none = Optional.empty();
        return List.of(
                policy("tenant_select", Command.SELECT, true, own, none),
                policy("tenant_insert", Command.INSERT, true, none, own),
                policy("tenant_update", Command.UPDATE, true, own, own),
                policy("tenant_delete", Command.DELETE, true, own, none),
                policy("tenant_fence", Command.ALL, false, own, own));
    }

    /** The policy by which a role sees the rows of all tenants of a table. */
    Policy admission(String role, QualifiedName table, String column) {
        String all =
                TenantObservation.isActive(tenancy) ? TenantObservation.condition(tenancy, table, own(column)) : "true";
        return new Policy(
                TenantAdmission.policy(role), Command.ALL, true, List.of(role), Optional.of(all), Optional.of("true"));
    }

    private String own(String column) {
        return Identifier.quote(column) + " = (SELECT " + current.compared() + ")";
    }

    /**
     * The privileges of the application role: all on rows, but on the tenant root a tenant deletes itself, with all its
     * rows, only if that is declared.
     */
    static List<Privilege> derivedPrivileges(TenantScope scope) {
        return scope instanceof TenantScope.Root ? ROOT : ROWS;
    }

    /** The derived privileges in addition to the declared grants. */
    List<Grant> grants(TenantScope scope, List<Grant> declared) {
        return grants(derivedPrivileges(scope), declared);
    }

    private List<Grant> grants(List<Privilege> derived, List<Grant> declared) {
        List<Privilege> privileges = new ArrayList<>(derived);
        KeyedLookup.find(declared, tenancy.role()).ifPresent(own -> privileges.addAll(own.privileges()));
        List<Grant> grants = new ArrayList<>(declared);
        grants.removeIf(grant -> grant.grantee().equals(tenancy.role()));
        grants.add(new Grant(tenancy.role(), privileges));
        return grants;
    }

    /** The foreign key from a tenant column to the tenant root. */
    Constraint.ForeignKey rootReference(QualifiedName table, String tenant) {
        return Constraint.ForeignKey.of(
                        DefaultNames.foreignKey(table, List.of(tenant)),
                        List.of(tenant),
                        tenancy.root(),
                        List.of(tenancy.rootKey()))
                .withOnDelete(ForeignKeyAction.CASCADE, List.of());
    }

    /**
     * The unique constraint that foreign keys with the tenant column reference, if the primary key does not contain it.
     */
    Constraint.Unique referencedKey(QualifiedName table, String tenant, Constraint.PrimaryKey key) {
        List<String> columns = new ArrayList<>(List.of(tenant));
        columns.addAll(key.columns());
        return new Constraint.Unique(DefaultNames.unique(table, columns), columns, false, Deferrability.NOT_DEFERRABLE);
    }

    /** Adds the tenant column, unless the index has it at the place where it is declared. */
    static Index leadIndex(Index index, String tenant) {
        if (index.keys().stream()
                .anyMatch(key -> key.column().filter(tenant::equals).isPresent())) {
            return index;
        }
        List<IndexKey> keys = new ArrayList<>(List.of(IndexKey.column(tenant)));
        keys.addAll(index.keys());
        return index.withKeys(keys);
    }

    /** Adds the tenant column, so that rows of different tenants never exclude each other. */
    static Constraint.Exclusion leadExclusion(Constraint.Exclusion exclusion, String tenant) {
        boolean compared = exclusion.elements().stream()
                .anyMatch(
                        element -> element.key().column().filter(tenant::equals).isPresent());
        if (compared) {
            return exclusion;
        }
        List<ExclusionElement> elements = new ArrayList<>(List.of(new ExclusionElement(IndexKey.column(tenant), "=")));
        elements.addAll(exclusion.elements());
        return exclusion.withElements(elements);
    }

    private Policy policy(
            String name, Command command, boolean permissive, Optional<String> using, Optional<String> check) {
        return new Policy(name, command, permissive, List.of(tenancy.role()), using, check);
    }
}
