package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Grant;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.parse.RoleRewriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names that declared roles have in one environment. Migrations and snapshots contain the declared names; what runs
 * and what is compared has the actual ones.
 */
public final class RoleMapping {

    /** Every role has its declared name. */
    public static final RoleMapping NONE = new RoleMapping(Map.of());

    private final Map<String, String> roles;

    /**
     * @param roles the actual names by declared names
     * @throws IllegalArgumentException if two declared roles would become one
     */
    public RoleMapping(Map<String, String> roles) {
        this.roles = new TreeMap<>(roles);
        if (roles.values().stream().distinct().count() < roles.size()) {
            throw new IllegalArgumentException("two roles have the same actual name: " + this.roles);
        }
    }

    /** Whether every role has its declared name. */
    public boolean isEmpty() {
        return roles.isEmpty();
    }

    /** Returns the statement with the actual names. */
    public String sql(String statement) {
        for (Map.Entry<String, String> each : roles.entrySet()) {
            if (statement.equals(GlobalObjectSql.createRole(each.getKey()))) {
                return GlobalObjectSql.createRole(each.getValue());
            }
        }
        return RoleRewriter.in(statement, roles);
    }

    /** Whether the statement may name a role where it cannot be replaced: in a constant or in the body of a routine. */
    public boolean isUnclear(String statement) {
        return roles.keySet().stream().noneMatch(role -> statement.equals(GlobalObjectSql.createRole(role)))
                && RoleRewriter.isUnclear(statement, roles.keySet());
    }

    /** Returns the schema with the actual names. */
    public Schema schema(Schema declared) {
        if (isEmpty()) {
            return declared;
        }
        return declared.withRoles(declared.roles().stream()
                        .map(role -> new Role(actual(role.name())))
                        .distinct()
                        .toList())
                .withNamespaces(declared.namespaces().stream()
                        .map(each -> new Namespace(each.name(), grants(each.grants())))
                        .toList())
                .withSequences(declared.sequences().stream().map(this::sequence).toList())
                .withTables(declared.tables().stream().map(this::table).toList())
                .withViews(declared.views().stream().map(this::view).toList())
                .withObjects(declared.objects().stream().map(this::object).toList())
                .withTenancy(declared.tenancy().map(this::tenancy));
    }

    /** Returns the tenancy with the actual names of its roles. */
    public Tenancy tenancy(Tenancy declared) {
        return declared.withRoles(
                actual(declared.role()),
                declared.admitted().stream().map(this::actual).toList());
    }

    private Table table(Table table) {
        return table.withRowSecurity(table.rowSecurity(), policies(table.policies()))
                .withGrants(grants(table.grants()))
                .withPartitioning(table.partitioning()
                        .map(how -> how.withPartitions(
                                how.partitions().stream().map(this::partition).toList())));
    }

    private Partition partition(Partition part) {
        return new Partition(
                part.name(),
                part.bound(),
                part.ownSecurity(),
                part.rowSecurity(),
                policies(part.policies()),
                grants(part.grants()),
                part.comment());
    }

    private View view(View view) {
        return new View(
                view.name(),
                view.columns(),
                view.sql(),
                view.form(),
                view.dependsOn(),
                grants(view.grants()),
                view.shared(),
                view.comment());
    }

    private Sequence sequence(Sequence sequence) {
        return new Sequence(
                sequence.name(),
                sequence.type(),
                sequence.options(),
                sequence.owner(),
                grants(sequence.grants()),
                sequence.comment());
    }

    private SqlObject object(SqlObject object) {
        return new SqlObject(
                object.name(),
                sql(object.create()),
                sql(object.drop()),
                object.beforeTables(),
                object.dependsOn(),
                object.shared());
    }

    private List<Policy> policies(List<Policy> policies) {
        return policies.stream()
                .map(policy -> policy.withRoles(
                        policy.roles().stream().map(this::actual).toList()))
                .toList();
    }

    private List<Grant> grants(List<Grant> grants) {
        return grants.stream()
                .map(grant -> new Grant(actual(grant.grantee()), grant.privileges()))
                .toList();
    }

    private String actual(String role) {
        return roles.getOrDefault(role, role);
    }

    @Override
    public String toString() {
        return roles.toString();
    }
}
