package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TableDeriver;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.Severity;
import dev.tenon.schema.internal.rule.rules.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Generates random schemas with mostly tenant tables, as entities declare them. It omits what the compiler rejects. */
final class RandomTenants {

    private static final List<String> TYPES = List.of("uuid", "bigint", "text");

    private final RandomChoices random;
    private final Tokens tokens = new Tokens();

    private RandomTenants(RandomChoices random) {
        this.random = random;
    }

    static Schema of(long seed) {
        RandomTenants generator = new RandomTenants(new RandomChoices(seed));
        Schema schema = generator.schema();
        for (Schema next = acceptable(schema); !next.equals(schema); next = acceptable(next)) {
            schema = next;
        }
        return schema.withNamespaces(schema.namespaces().stream()
                .map(each ->
                        new Namespace(each.name(), List.of(new Grant(SecurityEdits.ROLE, List.of(Privilege.USAGE)))))
                .toList());
    }

    private Schema schema() {
        Schema plain = RandomSchema.withoutTenants(random, tokens);
        ColumnType type = ColumnType.builtin(random.of(TYPES));
        RandomTable names = new RandomTable(random, tokens);
        String key = names.name();
        Table root = Table.of(names.qualified(), List.of(Column.of(key, type)))
                .withConstraints(List.of(new Constraint.PrimaryKey(tokens.next(), List.of(key))))
                .withTenantScope(new TenantScope.Root(key));
        Optional<Tenancy> tenancy = TenantEdits.tenancy(root);
        List<DeclaredTable> declared = new ArrayList<>(List.of(declared(root)));
        withoutCircles(plain.tables()).stream()
                .map(RandomTenants::withItsOwnRowsInSight)
                .forEach(table -> declared.add(declared(table.withTenantScope(scope(names)))));
        List<View> views = plain.views().stream()
                .map(view -> view.materialized() ? view : view.withForm(ViewKind.INVOKER))
                .toList();
        return ReferencePruner.of(plain.withTenancy(tenancy)
                .withViews(views)
                .withTables(TableDeriver.derive(declared, tenancy, taken -> {})));
    }

    /**
     * Omits policies that read other tables, which could be recursive, and policies that hide rows with NULLs: a tenant
     * that sees no rows proves nothing.
     */
    private static Table withItsOwnRowsInSight(Table table) {
        Set<String> nullable = table.columns().stream()
                .filter(Column::nullable)
                .map(column -> Tokens.of(column.name()))
                .collect(Collectors.toSet());
        return table.withRowSecurity(
                table.rowSecurity(),
                table.policies().stream()
                        .filter(policy -> !policy.using().orElse("").contains("EXISTS"))
                        .filter(policy -> Collections.disjoint(Tokens.in(policy.using() + ""), nullable))
                        .toList());
    }

    /**
     * Breaks cycles of references: a table references only later ones. A table does not reference itself by referenced
     * columns, because no row could satisfy that.
     */
    private static List<Table> withoutCircles(List<Table> tables) {
        List<QualifiedName> before = new ArrayList<>();
        List<Table> straight = new ArrayList<>();
        for (Table table : tables) {
            before.add(table.name());
            straight.add(table.withConstraints(table.constraints().stream()
                    .filter(each -> !(each instanceof Constraint.ForeignKey key)
                            || (before.contains(key.target())
                                    && (!key.target().equals(table.name())
                                            || Collections.disjoint(key.columns(), key.targetColumns()))))
                    .toList()));
        }
        return straight;
    }

    private TenantScope scope(RandomTable names) {
        return random.oneIn(5)
                ? new TenantScope.Shared("what everybody may see")
                : new TenantScope.Scoped(names.name());
    }

    private DeclaredTable declared(Table table) {
        Set<String> global = random.oneIn(6)
                ? table.constraints().stream().map(Constraint::name).collect(Collectors.toSet())
                : Set.of();
        return new DeclaredTable(table, random.oneIn(4), global, Set.of(), Set.of());
    }

    /** Removes the parts that violate a rule on tenants. */
    private static Schema acceptable(Schema schema) {
        Set<ObjectPath> refused = Rules.check(new CompiledSnapshot(schema, MigrationHints.NONE, Map.of())).stream()
                .filter(finding ->
                        finding.severity() == Severity.ERROR && finding.code().startsWith("TN3"))
                .map(Finding::at)
                .collect(Collectors.toSet());
        return ReferencePruner.of(schema.withViews(schema.views().stream()
                        .filter(view -> !refused.contains(ObjectPath.view(view.name())))
                        .toList())
                .withTables(schema.tables().stream()
                        .map(table -> table.withConstraints(table.constraints().stream()
                                .filter(each -> !refused.contains(ObjectPath.constraint(table.name(), each.name())))
                                .toList()))
                        .toList()));
    }
}
