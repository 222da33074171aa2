package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.RowsDdl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.shadow.ShadowChanges;
import dev.tenon.schema.internal.plan.shadow.ShadowColumn;
import dev.tenon.schema.internal.plan.shadow.ShadowGroup;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.type.NewColumnDefault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The columns of existing tables whose values are filled or converted. They have no statistics, so that the server would
 * plan queries badly until autovacuum analyzes the table: each table is analyzed once, a shadow column before its
 * cutover.
 */
final class AnalyzedColumns {

    private final PlanContext context;
    private final Map<QualifiedName, List<String>> columns = new TreeMap<>();
    private final Map<QualifiedName, Change> changes = new TreeMap<>();
    private final Map<QualifiedName, List<String>> later = new TreeMap<>();
    private final Set<QualifiedName> afterCutover = new HashSet<>();

    private AnalyzedColumns(PlanContext context) {
        this.context = context;
    }

    /** The statements that analyze the tables. */
    static List<PlannedStatements> of(List<Change> changes, PlanContext context) {
        AnalyzedColumns found = new AnalyzedColumns(context);
        for (Change change : changes) {
            if (change instanceof ColumnChange column && found.isOfColumnThatStays(column)) {
                found.add(column);
            }
        }
        for (ShadowGroup group : context.shadows().groups()) {
            ShadowChanges own = new ShadowChanges(group, changes);
            group.columns().forEach(column -> found.add(column, own.of(column)));
        }
        return found.statements();
    }

    private List<PlannedStatements> statements() {
        List<PlannedStatements> statements = new ArrayList<>();
        changes.forEach((table, change) -> {
            // A cutover may delete the statistics, or set how detailed they are.
            boolean last = afterCutover.contains(table);
            statements.addAll(new StatementCollector(change)
                    .sample(
                            last ? Phase.LATE_STATISTICS : Phase.STATISTICS,
                            table,
                            RowsDdl.analyze(table, last ? later.get(table) : columns.get(table)))
                    .list());
        });
        return statements;
    }

    private boolean isOfColumnThatStays(ColumnChange change) {
        QualifiedName table = change.path().owner();
        return !context.isNew(table)
                && !context.shadows().replaces(table, change.path().member());
    }

    private void add(ColumnChange change) {
        QualifiedName table = change.path().owner();
        if (change instanceof ColumnChange.Add add && isFilled(table, add.column())) {
            add(change, table, add.column().name(), add.column().name(), false);
        } else if (change instanceof ColumnChange.SetType set) {
            String name = set.after().name();
            add(change, table, name, name, context.shadows().recollates(table, name));
        } else if (change instanceof ColumnChange.SetNotNull set
                && context.backfill(table, set.column().name()).isPresent()
                && !context.provesNotNull(table, set.column().name())) {
            add(change, table, set.column().name(), set.column().name(), false);
        }
    }

    private boolean isFilled(QualifiedName table, Column column) {
        return context.backfill(table, column.name()).isPresent()
                || NewColumnDefault.forOldRows(column).isPresent()
                || NewColumnDefault.rewrites(column);
    }

    private void add(ShadowColumn column, Change change) {
        boolean detailed = column.after().storage().statistics().isPresent();
        add(change, column.table(), column.shadow(), column.name(), detailed);
    }

    private void add(Change change, QualifiedName table, String now, String afterwards, boolean needsCutover) {
        changes.putIfAbsent(table, change);
        List<String> names = columns.computeIfAbsent(table, any -> new ArrayList<>());
        if (!names.contains(now)) {
            names.add(now);
            later.computeIfAbsent(table, any -> new ArrayList<>()).add(afterwards);
        }
        if (needsCutover) {
            afterCutover.add(table);
        }
    }
}
