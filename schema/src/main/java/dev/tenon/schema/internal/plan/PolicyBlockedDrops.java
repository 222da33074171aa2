package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Partition;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.ddl.PolicyDdl;
import dev.tenon.schema.internal.diff.PolicyDependencies;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Neutralizes policies of dropped tables and partitions that block an earlier drop, for example when the policies of two
 * dropped tables reference each other. Such a policy is altered to accept no rows and to read no table.
 */
final class PolicyBlockedDrops {

    private static final Optional<String> NOBODY = Optional.of("false");

    private final PlanContext context;

    PolicyBlockedDrops(PlanContext context) {
        this.context = context;
    }

    /** Neutralizes the policies of a dropped partition that block another drop. */
    void close(QualifiedName table, Partition partition, StatementCollector fragments) {
        close(table, table.withName(partition.name()), partition.policies(), fragments);
    }

    /** Neutralizes the policies that block another drop; {@code guarded} is the dropped table or partition. */
    void close(QualifiedName table, QualifiedName guarded, List<Policy> policies, StatementCollector fragments) {
        policies.stream()
                .filter(policy -> holds(table, policy))
                .forEach(policy ->
                        fragments.metadata(Phase.DROP_CONSTRAINTS, guarded, PolicyDdl.alter(guarded, closed(policy))));
    }

    private boolean holds(QualifiedName table, Policy policy) {
        return looksBack(table, policy)
                || PolicyDependencies.of(policy).stream().anyMatch(this::losesColumns);
    }

    /** Whether the policy reads another dropped table whose policies read this table, directly or through others. */
    private boolean looksBack(QualifiedName table, Policy policy) {
        Deque<QualifiedName> open = new ArrayDeque<>(PolicyDependencies.of(policy));
        open.remove(table);
        Set<QualifiedName> seen = new HashSet<>();
        while (!open.isEmpty()) {
            QualifiedName next = open.remove();
            Optional<Table> goes = context.before().table(next).filter(each -> !stays(next));
            if (goes.isPresent() && seen.add(next)) {
                for (Policy other : goes.get().policies()) {
                    open.addAll(PolicyDependencies.of(other));
                }
            }
        }
        return seen.contains(table);
    }

    /** The policy with conditions that accept no row. */
    static Policy closed(Policy policy) {
        return policy.withConditions(
                policy.using().flatMap(sql -> NOBODY), policy.check().flatMap(sql -> NOBODY));
    }

    private boolean losesColumns(QualifiedName table) {
        return context.after()
                .table(table)
                .flatMap(after -> context.before()
                        .table(table)
                        .map(before -> before.columns().stream()
                                .anyMatch(column -> after.column(column.name()).isEmpty())))
                .orElse(false);
    }

    private boolean stays(QualifiedName table) {
        return context.after().table(table).isPresent();
    }
}
