package dev.tenon.schema.plan;

import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.diff.RenamedColumn;
import dev.tenon.schema.sql.PolicySql;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL changes the type of no column that a policy reads. So such policies go before it and come back after it, in one
 * transaction, so that nobody ever reads or writes without them.
 */
final class ReadByPolicies {

    private ReadByPolicies() {}

    /** The fragments that give a column of a table another type, with what lets them through. */
    static List<Fragment> let(PlanContext context, ColumnChange.SetType change, List<Fragment> fragments) {
        QualifiedName name = change.table();
        Table table = context.before(name);
        List<Policy> others = RenamedColumn.apply(
                        context.before(),
                        name,
                        change.after().name(),
                        Interim.name(change.after().name()))
                .table(name)
                .orElseThrow()
                .policies();
        Fragments gone = new Fragments(change);
        Fragments back = new Fragments(change);
        for (Policy policy : table.policies()) {
            if (!others.contains(policy)) {
                gone.metadata(Phase.COLUMNS, name, PolicySql.drop(name, policy.name()));
                back.metadata(Phase.COLUMNS, name, PolicySql.create(name, policy));
            }
        }
        if (gone.list().isEmpty()) {
            return fragments;
        }
        List<Statement> statements = new ArrayList<>(gone.statements());
        fragments.forEach(fragment -> statements.addAll(fragment.statements()));
        statements.addAll(back.statements());
        return List.of(new Fragment(Phase.COLUMNS, statements, true));
    }
}
