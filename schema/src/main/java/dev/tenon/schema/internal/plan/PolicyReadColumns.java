package dev.tenon.schema.internal.plan;

import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.ddl.PolicyDdl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.PolicyChange;
import dev.tenon.schema.internal.diff.PolicyDependencies;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL cannot change the type of a column that a policy reads, whether a policy of the table, of its partitions
 * or of another table. Such policies are dropped before the change and recreated after it in one transaction, so that
 * no session reads or writes without them. If a policy reads a table that is renamed, it is recreated with the new
 * name.
 */
final class PolicyReadColumns {

    private final PlanContext context;
    private final QualifiedName table;
    private final List<String> columns;
    private final Map<Policy, Set<QualifiedName>> relations;
    private final StatementCollector gone;
    private final StatementCollector back;
    private final Set<Change> covered = new HashSet<>();

    private PolicyReadColumns(
            PlanContext context,
            QualifiedName table,
            List<ColumnChange.SetType> changes,
            Map<Policy, Set<QualifiedName>> relations) {
        this.relations = relations;
        this.context = context;
        this.table = table;
        this.columns = changes.stream().map(change -> change.after().name()).toList();
        this.gone = new StatementCollector(changes.get(0));
        this.back = new StatementCollector(changes.get(0));
    }

    /**
     * The policies that read one of the columns.
     *
     * @param relations the relations in policies that were read before; it is amended
     */
    static PolicyReadColumns of(
            PlanContext context,
            QualifiedName table,
            List<ColumnChange.SetType> changes,
            Map<Policy, Set<QualifiedName>> relations) {
        PolicyReadColumns readers = new PolicyReadColumns(context, table, changes, relations);
        for (Table each : context.before().tables()) {
            Optional<Table> after = context.after().table(each.name());
            readers.move(
                    each.name(),
                    each.name(),
                    each.policies(),
                    after.map(Table::policies).orElse(List.of()));
            for (Partition partition : each.partitions()) {
                readers.move(
                        each.name(),
                        each.name().withName(partition.name()),
                        partition.policies(),
                        after.flatMap(now -> KeyedLookup.find(now.partitions(), partition.name()))
                                .map(Partition::policies)
                                .orElse(List.of()));
            }
        }
        return readers;
    }

    /** The statements before the types change. */
    List<Statement> dropped() {
        return gone.statements();
    }

    /** The statements after the types have changed, in the same transaction. */
    List<Statement> recreated() {
        return back.statements();
    }

    /** The changes that these statements make, so that their recipe has nothing left to plan. */
    Set<Change> covered() {
        return Set.copyOf(covered);
    }

    private void move(QualifiedName owner, QualifiedName guarded, List<Policy> policies, List<Policy> later) {
        for (Policy policy : policies) {
            if (reads(owner, policy)) {
                Optional<Policy> fresh = KeyedLookup.find(later, policy.name());
                boolean changes = fresh.filter(now -> !now.equals(policy) && !awaits(owner, now))
                        .isPresent();
                Policy returning = misses(policy)
                        ? fresh.orElseGet(() -> PolicyBlockedDrops.closed(policy))
                        : changes ? fresh.get() : policy;
                if (changes) {
                    covered.add(new PolicyChange.Replace(guarded, policy, returning));
                }
                gone.metadata(Phase.COLUMNS, guarded, PolicyDdl.drop(guarded, policy.name()));
                back.metadata(Phase.COLUMNS, guarded, PolicyDdl.create(guarded, returning));
            }
        }
    }

    /** Whether the policy references a renamed table by its former name. */
    private boolean misses(Policy policy) {
        Set<QualifiedName> seen = PolicyDependencies.of(policy);
        return context.before().tables().stream()
                .flatMap(each -> former(each.name()).stream())
                .anyMatch(name ->
                        seen.contains(name) && context.before().table(name).isEmpty());
    }

    /**
     * Whether the policy reads a column: a policy of the table itself contains the column's name; another policy
     * contains the table's name, and the column's name or {@code *}.
     */
    private boolean reads(QualifiedName owner, Policy policy) {
        boolean named = PolicyDependencies.conditions(policy).anyMatch(this::names);
        boolean all = PolicyDependencies.conditions(policy).anyMatch(sql -> sql.contains("*"));
        return (named && owner.equals(table)) || ((named || all) && looksAtTable(policy));
    }

    private boolean looksAtTable(Policy policy) {
        Set<QualifiedName> seen = relations.computeIfAbsent(policy, PolicyDependencies::of);
        return seen.contains(table) || former(table).filter(seen::contains).isPresent();
    }

    private boolean names(String sql) {
        return columns.stream().anyMatch(column -> {
            String former = context.hints().renamedFrom().getOrDefault(ObjectPath.column(table, column), column);
            return IdentifierRewriter.anywhere(sql, column) || IdentifierRewriter.anywhere(sql, former);
        });
    }

    /** Whether the policy names a column that the migration adds, whose values may come later. */
    private boolean awaits(QualifiedName owner, Policy policy) {
        return Stream.of(owner, table)
                .anyMatch(name -> context.table(name).columns().stream()
                        .filter(column ->
                                context.before(name).column(column.name()).isEmpty())
                        .anyMatch(column -> PolicyDependencies.conditions(policy)
                                .anyMatch(sql -> IdentifierRewriter.anywhere(sql, column.name()))));
    }

    /** The former name of the table; policies of other tables may still use it. */
    private Optional<QualifiedName> former(QualifiedName name) {
        return Optional.ofNullable(context.hints().renamedFrom().get(ObjectPath.table(name)))
                .map(QualifiedName::parse);
    }
}
