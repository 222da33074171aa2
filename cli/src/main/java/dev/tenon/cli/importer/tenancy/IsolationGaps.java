package dev.tenon.cli.importer.tenancy;

import dev.tenon.cli.importer.tenancy.TenancyFinding.Kind;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TableDeriver;
import dev.tenon.schema.internal.derive.TenantConditions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the tables of a database with those that follow from their declarations, table by table. */
final class IsolationGaps {

    private final Schema live;
    private final Schema scoped;
    private final Tenancy tenancy;
    private final TenantConditions conditions;
    private final List<TenancyFinding> findings;
    private final List<String> accepted = new ArrayList<>();

    IsolationGaps(
            Schema live, Schema scoped, Tenancy tenancy, TenantConditions conditions, List<TenancyFinding> findings) {
        this.live = live;
        this.scoped = scoped;
        this.tenancy = tenancy;
        this.conditions = conditions;
        this.findings = findings;
    }

    void find(Map<QualifiedName, DeclaredTable> declared) {
        Map<QualifiedName, Table> derived = new HashMap<>();
        TableDeriver.derive(List.copyOf(declared.values()), Optional.of(tenancy), taken -> {})
                .forEach(table -> derived.put(table.name(), table));
        Map<String, Set<String>> excluded = new TreeMap<>();
        for (Table table : scoped.tables()) {
            if (table.tenantScope().tenantColumn().isEmpty()) {
                continue;
            }
            Table before = live.table(table.name()).orElseThrow();
            Table after = Objects.requireNonNull(derived.get(table.name()));
            keys(table, Objects.requireNonNull(declared.get(table.name())));
            references(before, after);
            security(before);
            policies(table, after);
            privileges(before, after, excluded);
        }
        excluded.forEach((role, tables) -> found(
                Kind.PRIVILEGE,
                "role " + role,
                "no policy admits it to " + String.join(", ", tables)
                        + ", so that it sees no rows there, unless it bypasses row-level security"));
    }

    /** The acceptance tokens of what the declarations drop. */
    List<String> accepted() {
        return accepted;
    }

    private void keys(Table table, DeclaredTable declared) {
        if (declared.keepsPlainKey()) {
            found(
                    table,
                    Kind.GLOBAL_KEY,
                    "primary key " + listed(table.primaryKey().orElseThrow().columns())
                            + " is unique across all tenants: kept with TenantKey.ID_ONLY");
        }
        declared.globalUniques().stream()
                .sorted()
                .forEach(name ->
                        found(table, Kind.GLOBAL_KEY, name + " is unique across all tenants: kept with global = true"));
    }

    private void references(Table before, Table after) {
        for (Constraint.ForeignKey key : after.foreignKeys()) {
            Optional<Constraint> existing = KeyedLookup.find(before.constraints(), key.name());
            if (existing.isEmpty() && before.column(tenancy.column()).isPresent()) {
                found(
                        before,
                        Kind.FOREIGN_KEY,
                        "no foreign key from " + String.join(", ", key.columns()) + " to "
                                + key.target().display() + ": it is added, and rows without such a tenant stop that");
            } else if (existing.isPresent()
                    && existing.get() instanceof Constraint.ForeignKey old
                    && old.columns().size() < key.columns().size()) {
                found(
                        before,
                        Kind.FOREIGN_KEY,
                        "foreign key " + key.name() + " " + listed(old.columns())
                                + " can reference a row of another tenant: it" + " becomes " + listed(key.columns()));
            }
        }
    }

    private void security(Table before) {
        if (before.rowSecurity() == RowSecurity.DISABLED) {
            found(before, Kind.ROW_SECURITY, "row-level security is off");
        } else if (before.rowSecurity() == RowSecurity.ENABLED) {
            found(before, Kind.ROW_SECURITY, "row-level security is not forced, so it does not apply to the owner");
        }
        before.partitions().stream()
                .filter(partition -> partition.ownSecurity() && before.rowSecurity() != RowSecurity.DISABLED)
                .forEach(partition -> found(
                        before,
                        Kind.ROW_SECURITY,
                        "partition " + partition.name()
                                + " has other row-level security: it becomes that of its table"));
    }

    private void policies(Table table, Table after) {
        boolean guarded = false;
        for (Policy policy : table.policies()) {
            boolean repeats = conditions.repeats(policy, table, tenancy);
            guarded |= repeats;
            if (!repeats) {
                found(table, Kind.POLICY, "policy " + policy.name() + " is kept as @Policy" + widened(policy));
            } else if (KeyedLookup.find(after.policies(), policy.name()).isEmpty()) {
                found(table, Kind.POLICY, "policy " + policy.name() + " is replaced by the derived ones");
                accepted.add("drop-policy:"
                        + ObjectPath.policy(table.name(), policy.name()).display());
            }
        }
        if (!guarded) {
            found(
                    table,
                    Kind.POLICY,
                    "no policy compares " + table.tenantScope().tenantColumn().orElseThrow() + " with "
                            + tenancy.setting() + " for " + tenancy.role());
        }
    }

    /** What becomes of a policy that limited the application role to some rows of its tenant. */
    private String widened(Policy policy) {
        boolean concerned = policy.roles().isEmpty()
                || policy.roles().contains(tenancy.role())
                || policy.roles().contains(TenancyRecognition.EVERYONE);
        return policy.permissive() && concerned
                ? ", but limits nothing any more, because the derived policies permit all rows of the tenant: declare it"
                        + " with restrictive = true if it must"
                : "";
    }

    private void privileges(Table before, Table after, Map<String, Set<String>> excluded) {
        Set<Privilege> old = of(before, tenancy.role());
        Set<Privilege> gained = of(after, tenancy.role());
        gained.removeAll(old);
        gained.removeAll(of(before, TenancyRecognition.EVERYONE));
        if (!gained.isEmpty()) {
            found(before, Kind.PRIVILEGE, tenancy.role() + " gets " + listed(gained));
        }
        for (Grant grant : before.grants()) {
            List<Privilege> lost = new ArrayList<>(grant.privileges());
            lost.removeAll(of(after, grant.grantee()));
            if (!lost.isEmpty()) {
                found(
                        before,
                        Kind.PRIVILEGE,
                        grant.grantee() + " loses " + listed(lost) + ", to which row-level security does not apply");
            }
            boolean admitted = grant.grantee().equals(tenancy.role())
                    || after.policies().stream()
                            .anyMatch(policy -> policy.permissive()
                                    && (policy.roles().contains(grant.grantee())
                                            || policy.roles().contains(TenancyRecognition.EVERYONE)));
            if (!admitted) {
                excluded.computeIfAbsent(grant.grantee(), each -> new TreeSet<>())
                        .add(before.name().display());
            }
        }
    }

    private static Set<Privilege> of(Table table, String role) {
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        KeyedLookup.find(table.grants(), role).ifPresent(grant -> privileges.addAll(grant.privileges()));
        return privileges;
    }

    private static String listed(Collection<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    private void found(Table table, Kind kind, String text) {
        found(kind, table.name().display(), text);
    }

    private void found(Kind kind, String object, String text) {
        findings.add(new TenancyFinding(kind, object, text));
    }
}
