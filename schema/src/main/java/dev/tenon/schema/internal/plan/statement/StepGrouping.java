package dev.tenon.schema.internal.plan.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Groups statements into steps. Statements that affect only new objects share one transaction. A transaction locks only
 * one existing table, so that a lock on one table never waits for a lock on another.
 */
public final class StepGrouping {

    private final List<Step> steps = new ArrayList<>();
    private final List<Statement> open = new ArrayList<>();
    private final Set<Lock> held = new HashSet<>();
    private Phase phase = Phase.SERVER;

    private StepGrouping() {}

    public static List<Step> group(List<PlannedStatements> fragments) {
        StepGrouping grouping = new StepGrouping();
        fragments.forEach(grouping::add);
        grouping.close();
        return List.copyOf(grouping.steps);
    }

    private void add(PlannedStatements fragment) {
        if (fragment.alone() || !joins(fragment)) {
            close();
        }
        open.addAll(fragment.statements());
        phase = fragment.phase();
        held.addAll(fragment.locks());
        if (fragment.alone()) {
            close();
        }
    }

    /**
     * Whether the statements can join the open transaction, because they lock the same tables. Statements without locks
     * join a transaction without locks or of the same phase.
     */
    private boolean joins(PlannedStatements fragment) {
        List<Lock> locks = fragment.locks();
        boolean brief = locks.isEmpty() && (held.isEmpty() || phase == fragment.phase());
        return open.isEmpty() || brief || (!locks.isEmpty() && tables(held).equals(tables(Set.copyOf(locks))));
    }

    private static Set<Object> tables(Set<Lock> locks) {
        Set<Object> tables = new HashSet<>();
        locks.forEach(lock -> tables.add(lock.table()));
        return tables;
    }

    private void close() {
        if (!open.isEmpty()) {
            steps.add(new Step(open.get(0).mode(), open));
            open.clear();
            held.clear();
        }
    }
}
