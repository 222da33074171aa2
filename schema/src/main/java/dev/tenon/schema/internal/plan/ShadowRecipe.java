package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.EnumDdl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.ddl.RowsDdl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.shadow.ShadowChanges;
import dev.tenon.schema.internal.plan.shadow.ShadowColumn;
import dev.tenon.schema.internal.plan.shadow.ShadowDependents;
import dev.tenon.schema.internal.plan.shadow.ShadowEnum;
import dev.tenon.schema.internal.plan.shadow.ShadowGroup;
import dev.tenon.schema.internal.plan.shadow.ShadowKeyIndexes;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes types of columns without blocking reads and writes: a trigger keeps a shadow column in sync, existing rows
 * are filled in batches, indexes, keys, checks and foreign keys are built, and a cutover replaces the old columns. A
 * generated shadow column is filled by the server under an exclusive lock, which needs acceptance.
 */
final class ShadowRecipe {

    private final ShadowGroup group;
    private final ShadowChanges changes;
    private final ShadowExpression values;
    private final ShadowDependents shadowDependents;
    private final PlanContext context;
    private final List<PlannedStatements> list = new ArrayList<>();
    private final ShadowCutover cutover;

    private ShadowRecipe(ShadowGroup group, List<Change> changes, PlanContext context) {
        this.group = group;
        this.changes = new ShadowChanges(group, changes);
        this.context = context;
        this.values = new ShadowExpression(group, context);
        this.shadowDependents = ShadowDependents.of(context.after(), group);
        this.cutover = new ShadowCutover(group, this.changes, shadowDependents, context);
    }

    /** The statements of all shadow groups. */
    static List<PlannedStatements> of(List<Change> changes, PlanContext context) {
        return context.shadows().groups().stream()
                .flatMap(group -> new ShadowRecipe(group, changes, context).list().stream())
                .toList();
    }

    private List<PlannedStatements> list() {
        for (ShadowEnum each : group.enums()) {
            StatementCollector made =
                    new StatementCollector(each.change()).unlocked(Phase.SHADOWS, EnumDdl.create(each.interim()));
            if (each.interim().comment().isPresent()) {
                made.unlocked(
                        Phase.SHADOWS,
                        EnumDdl.comment(each.shadow(), each.interim().comment()));
            }
            list.addAll(made.list());
        }
        group.columns().forEach(this::column);
        shadowDependents
                .indexes()
                .forEach(each -> build(
                        each.table(),
                        each.object().withName(TemporaryNames.name(each.object().name()))));
        ShadowKeyIndexes.of(shadowDependents).forEach(key -> build(key.table(), key.object()));
        shadowDependents.constraints(Constraint.Check.class).stream()
                .sorted(context.inheritance().childrenFirst(ShadowDependents.OnTable::table))
                .forEach(each -> staged(each.table(), each.object()));
        for (ShadowColumn column : group.columns()) {
            if (!column.after().nullable() && !column.computed()) {
                StatementCollector made = new StatementCollector(changes.of(column));
                list.addAll(NotNullSteps.stage(made, column.table(), column.shadow())
                        .list());
            }
        }
        shadowDependents.constraints(Constraint.ForeignKey.class).forEach(each -> staged(each.table(), each.object()));
        list.addAll(new StatementCollector(changes.any())
                .atomic(Phase.CUTOVERS, cutover.statements())
                .list());
        for (ShadowEnum each : group.enums()) {
            list.addAll(new StatementCollector(each.change())
                    .unlocked(Phase.DROP_TYPES, EnumDdl.drop(each.former()))
                    .list());
        }
        return list;
    }

    private void column(ShadowColumn column) {
        Column shadow = column.after()
                .withName(column.shadow())
                .withType(group.interim(column.after().type()))
                .withStorage(ColumnStorage.DEFAULT)
                .withComment(Optional.empty());
        if (column.computed()) {
            list.addAll(new StatementCollector(changes.of(column))
                    .tableRewrite(Phase.SHADOWS, column.table(), ColumnDdl.add(column.table(), shadow))
                    .list());
        } else {
            fill(column, shadow.withNullable(true).withDefault(Optional.empty()));
        }
    }

    private void fill(ShadowColumn column, Column shadow) {
        QualifiedName table = column.table();
        String value = values.of(column);
        Change change = changes.of(column);
        StatementCollector begin =
                new StatementCollector(change).metadata(Phase.SHADOWS, table, ColumnDdl.add(table, shadow));
        new ShadowTriggers(column, context).create(value, begin);
        list.addAll(new StatementCollector(change)
                .atomic(Phase.SHADOWS, begin.statements())
                .rows(table, fill(column, value))
                .list());
    }

    private Ddl fill(ShadowColumn column, String value) {
        return new InheritedTables(context)
                .alone(
                        column.table(),
                        column.after().nullable()
                                ? RowsDdl.fill(column.table(), column.shadow(), value, values.source(column))
                                : RowsDdl.fill(column.table(), column.shadow(), value));
    }

    private void build(QualifiedName table, Index index) {
        list.addAll(new StatementCollector(changes.of(table))
                .build(table, IndexDdl.createConcurrently(table, index))
                .list());
    }

    private void staged(QualifiedName table, Constraint constraint) {
        boolean reference = constraint instanceof Constraint.ForeignKey;
        Constraint interim = constraint.withName(TemporaryNames.name(constraint.name()));
        list.addAll(new StatementCollector(changes.of(table))
                .shortLock(
                        Phase.CONSTRAINTS,
                        ConstraintDdl.addNotValid(table, interim),
                        ShadowCutover.locks(
                                reference ? LockLevel.SHARE_ROW_EXCLUSIVE : LockLevel.ACCESS_EXCLUSIVE,
                                LockLevel.SHARE_ROW_EXCLUSIVE,
                                table,
                                constraint))
                .scan(
                        Phase.CONSTRAINTS,
                        ConstraintDdl.validate(table, interim.name()),
                        ShadowCutover.locks(LockLevel.SHARE_UPDATE_EXCLUSIVE, LockLevel.ROW_SHARE, table, constraint))
                .list());
    }
}
