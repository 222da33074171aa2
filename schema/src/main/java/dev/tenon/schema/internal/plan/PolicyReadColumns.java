package dev.tenon.schema.internal.plan;

import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.ddl.PolicyDdl;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.PolicyDependencies;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL cannot change the type of a column that a policy reads, whether a policy of the table, of its partitions
 * or of another table. Such policies are dropped before the change and recreated after it in one transaction, so that
 * no session reads or writes without them. If a policy reads a table that is renamed, it is recreated with the new
 * name.
 */
final class PolicyReadColumns {

    private final PlanContext context;
    private final QualifiedName table;
    private final String column;
    private final StatementCollector gone;
    private final StatementCollector back;

    private PolicyReadColumns(PlanContext context, ColumnChange.SetType change) {
        this.context = context;
        this.table = change.table();
        this.column = change.after().name();
        this.gone = new StatementCollector(change);
        this.back = new StatementCollector(change);
    }

    /** The statements of the type change, between those that drop and recreate the policies that read the column. */
    static List<PlannedStatements> let(
            PlanContext context, ColumnChange.SetType change, List<PlannedStatements> fragments) {
        PolicyReadColumns readers = new PolicyReadColumns(context, change);
        for (Table table : context.before().tables()) {
            Optional<Table> after = context.after().table(table.name());
            readers.move(
                    table.name(),
                    table.name(),
                    table.policies(),
                    after.map(Table::policies).orElse(List.of()));
            for (Partition partition : table.partitions()) {
                readers.move(
                        table.name(),
                        table.name().withName(partition.name()),
                        partition.policies(),
                        after.flatMap(each -> KeyedLookup.find(each.partitions(), partition.name()))
                                .map(Partition::policies)
                                .orElse(List.of()));
            }
        }
        if (readers.gone.list().isEmpty()) {
            return fragments;
        }
        List<Statement> statements = new ArrayList<>(readers.gone.statements());
        fragments.forEach(fragment -> statements.addAll(fragment.statements()));
        statements.addAll(readers.back.statements());
        return List.of(new PlannedStatements(Phase.COLUMNS, statements, true));
    }

    private void move(QualifiedName owner, QualifiedName guarded, List<Policy> policies, List<Policy> later) {
        for (Policy policy : policies) {
            if (reads(owner, policy)) {
                Policy returning = misses(policy)
                        ? KeyedLookup.find(later, policy.name()).orElseGet(() -> PolicyBlockedDrops.closed(policy))
                        : policy;
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
     * Whether the policy reads the column: a policy of the table itself contains the column's name; another policy
     * contains the table's name, and the column's name or {@code *}.
     */
    private boolean reads(QualifiedName owner, Policy policy) {
        Set<QualifiedName> seen = PolicyDependencies.of(policy);
        boolean looks =
                seen.contains(table) || former(table).filter(seen::contains).isPresent();
        boolean named = PolicyDependencies.conditions(policy).anyMatch(this::names);
        boolean all = PolicyDependencies.conditions(policy).anyMatch(sql -> sql.contains("*"));
        return (named && owner.equals(table)) || ((named || all) && looks);
    }

    private boolean names(String sql) {
        String former = context.hints().renamedFrom().getOrDefault(ObjectPath.column(table, column), column);
        return IdentifierRewriter.anywhere(sql, column) || IdentifierRewriter.anywhere(sql, former);
    }

    /** The former name of the table; policies of other tables may still use it. */
    private Optional<QualifiedName> former(QualifiedName name) {
        return Optional.ofNullable(context.hints().renamedFrom().get(ObjectPath.table(name)))
                .map(QualifiedName::parse);
    }
}
