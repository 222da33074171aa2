package dev.tenon.schema.plan;

import dev.tenon.schema.Partition;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.diff.PolicyLookups;
import dev.tenon.schema.sql.PolicySql;
import dev.tenon.schema.sql.RenamedIdentifier;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL changes the type of no column that a policy reads, be it one of the table, of its partitions or of another
 * table. So such policies go before it and come back after it, in one transaction, so that nobody ever reads or writes
 * without them.
 */
final class ReadByPolicies {

    private final QualifiedName table;
    private final String column;
    private final Fragments gone;
    private final Fragments back;

    private ReadByPolicies(ColumnChange.SetType change) {
        this.table = change.table();
        this.column = change.after().name();
        this.gone = new Fragments(change);
        this.back = new Fragments(change);
    }

    /** The fragments that give a column of a table another type, with what lets them through. */
    static List<Fragment> let(PlanContext context, ColumnChange.SetType change, List<Fragment> fragments) {
        ReadByPolicies readers = new ReadByPolicies(change);
        for (Table table : context.before().tables()) {
            readers.move(table.name(), table.name(), table.policies());
            for (Partition partition : table.partitions()) {
                readers.move(table.name(), table.name().withName(partition.name()), partition.policies());
            }
        }
        if (readers.gone.list().isEmpty()) {
            return fragments;
        }
        List<Statement> statements = new ArrayList<>(readers.gone.statements());
        fragments.forEach(fragment -> statements.addAll(fragment.statements()));
        statements.addAll(readers.back.statements());
        return List.of(new Fragment(Phase.COLUMNS, statements, true));
    }

    private void move(QualifiedName owner, QualifiedName guarded, List<Policy> policies) {
        for (Policy policy : policies) {
            if (reads(owner, policy)) {
                gone.metadata(Phase.COLUMNS, guarded, PolicySql.drop(guarded, policy.name()));
                back.metadata(Phase.COLUMNS, guarded, PolicySql.create(guarded, policy));
            }
        }
    }

    /** A policy may name a table's columns without naming the table only where it is its own, or takes all of them. */
    private boolean reads(QualifiedName owner, Policy policy) {
        boolean named = PolicyLookups.conditions(policy).anyMatch(sql -> RenamedIdentifier.anywhere(sql, column));
        boolean all = PolicyLookups.conditions(policy).anyMatch(sql -> sql.contains("*"));
        return (named && owner.equals(table))
                || ((named || all) && PolicyLookups.of(policy).contains(table));
    }
}
