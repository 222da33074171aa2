package dev.tenon.schema.internal.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The type changes of one table that shadow columns cannot make. One transaction rewrites the table once. Members whose
 * expressions name the columns are dropped before and created in their new form after it, so that no other session sees
 * the table without them.
 */
final class TypeChangeTransaction {

    private final PlanContext context;
    private final QualifiedName table;
    private final List<ColumnChange.SetType> changes;

    private TypeChangeTransaction(PlanContext context, QualifiedName table, List<ColumnChange.SetType> changes) {
        this.context = context;
        this.table = table;
        this.changes = changes;
    }

    /** The statements of a migration, with the type changes of each table in one transaction. */
    static List<PlannedStatements> amend(List<Change> changes, List<PlannedStatements> fragments, PlanContext context) {
        Map<QualifiedName, List<ColumnChange.SetType>> tables = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetType set
                    && !context.recollates(set)
                    && !context.shadows().replaces(set.table(), set.after().name())) {
                tables.computeIfAbsent(set.table(), any -> new ArrayList<>()).add(set);
            }
        }
        List<PlannedStatements> amended = fragments;
        for (Map.Entry<QualifiedName, List<ColumnChange.SetType>> each : tables.entrySet()) {
            amended = new TypeChangeTransaction(context, each.getKey(), each.getValue()).amend(amended);
        }
        return amended;
    }

    private List<PlannedStatements> amend(List<PlannedStatements> fragments) {
        TypeChangeMembers members = TypeChangeMembers.of(context, table, changes);
        PolicyReadColumns policies = PolicyReadColumns.of(context, table, changes);
        List<PlannedStatements> own =
                fragments.stream().filter(this::isOfColumns).toList();
        boolean converts = changes.stream().anyMatch(change -> !context.isMetadataOnly(change));
        if (!converts && members.dropped().isEmpty() && policies.dropped().isEmpty()) {
            return fragments;
        }
        List<Statement> statements = new ArrayList<>(policies.dropped());
        statements.addAll(members.dropped());
        statements.addAll(columns(own));
        statements.addAll(members.recreated());
        statements.addAll(policies.recreated());
        boolean late = members.needsNewColumns() || !policies.covered().isEmpty();
        PlannedStatements transaction =
                new PlannedStatements(late ? Phase.VIEWED_COLUMNS : Phase.COLUMNS, statements, true);
        Set<Change> covered = new HashSet<>(members.covered());
        covered.addAll(policies.covered());
        List<PlannedStatements> amended = new ArrayList<>();
        boolean added = false;
        for (PlannedStatements fragment : fragments) {
            if (isOfColumns(fragment)) {
                if (!added) {
                    amended.add(transaction);
                    added = true;
                }
            } else if (!covered.contains(fragment.statements().get(0).change())) {
                amended.add(fragment);
            }
        }
        amended.addAll(members.later());
        return amended;
    }

    /** Whether it is about the columns and can be part of the transaction. */
    private boolean isOfColumns(PlannedStatements fragment) {
        Statement first = fragment.statements().get(0);
        return fragment.phase() == Phase.COLUMNS
                && fragment.statements().stream().allMatch(each -> each.mode() == StepMode.TRANSACTION)
                && first.change() instanceof ColumnChange change
                && changes.stream().anyMatch(set -> set.path().equals(change.path()));
    }

    /** The statements about the columns: those before the new types, one for all new types, those after them. */
    private List<Statement> columns(List<PlannedStatements> own) {
        List<Statement> before = new ArrayList<>();
        List<Statement> types = new ArrayList<>();
        List<Statement> after = new ArrayList<>();
        for (ColumnChange.SetType set : changes) {
            for (PlannedStatements fragment : own) {
                if (fragment.statements().get(0).change().path().equals(set.path())) {
                    for (Statement statement : fragment.statements()) {
                        boolean type =
                                statement.ddl().effects().stream().anyMatch(CatalogEffect.ChangeType.class::isInstance);
                        boolean early =
                                types.stream().noneMatch(each -> each.change().equals(set));
                        List<Statement> part = type ? types : early ? before : after;
                        part.add(statement);
                    }
                }
            }
        }
        List<Statement> all = new ArrayList<>(before);
        all.add(together(types));
        // The change of the type and that of the default may both set the default.
        for (Statement statement : after) {
            if (all.stream().noneMatch(each -> each.sql().equals(statement.sql()))) {
                all.add(statement);
            }
        }
        return all;
    }

    private Statement together(List<Statement> types) {
        Statement first = types.stream()
                .filter(each -> each.change() instanceof ColumnChange.SetType set && !context.isMetadataOnly(set))
                .findFirst()
                .orElse(types.get(0));
        Ddl ddl = ColumnDdl.together(table, types.stream().map(Statement::ddl).toList());
        return new Statement(ddl, first.change(), first.mode(), first.locks(), first.cost());
    }
}
