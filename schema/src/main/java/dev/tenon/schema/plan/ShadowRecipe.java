package dev.tenon.schema.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.diff.Change;
import dev.tenon.schema.sql.ColumnSql;
import dev.tenon.schema.sql.ConstraintSql;
import dev.tenon.schema.sql.DataSql;
import dev.tenon.schema.sql.EnumSql;
import dev.tenon.schema.sql.IndexSql;
import dev.tenon.schema.sql.ShadowSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Other types for columns while others read and write: beside each a column that a trigger keeps in step, old rows in
 * batches, indexes, keys, checks and references, and at last, in one moment, the new columns in the place of the old ones.
 * One that the server computes is filled by the server while nobody uses the table, after words.
 */
final class ShadowRecipe {

    private final ShadowGroup group;
    private final ShadowChanges changes;
    private final ShadowValue values;
    private final Beside beside;
    private final List<Fragment> list = new ArrayList<>();
    private final ShadowSwap swap;

    private ShadowRecipe(ShadowGroup group, List<Change> changes, PlanContext context) {
        this.group = group;
        this.changes = new ShadowChanges(group, changes);
        this.values = new ShadowValue(group, context);
        this.beside = Beside.of(context.after(), group);
        this.swap = new ShadowSwap(group, this.changes, beside, context);
    }

    /** The fragments of all columns that get other types that way. */
    static List<Fragment> of(List<Change> changes, PlanContext context) {
        return context.shadows().groups().stream()
                .flatMap(group -> new ShadowRecipe(group, changes, context).list().stream())
                .toList();
    }

    /** The function that keeps the column in step, and behind a sign that sorts last, its trigger. */
    static QualifiedName function(ShadowColumn column) {
        return Interim.function(column.table(), column.name());
    }

    static String trigger(ShadowColumn column) {
        return Interim.trigger(column.table(), column.name());
    }

    private List<Fragment> list() {
        for (ShadowEnum each : group.enums()) {
            Fragments made = new Fragments(each.change()).free(Phase.SHADOWS, EnumSql.create(each.interim()));
            if (each.interim().comment().isPresent()) {
                made.free(
                        Phase.SHADOWS,
                        EnumSql.comment(each.shadow(), each.interim().comment()));
            }
            list.addAll(made.list());
        }
        group.columns().forEach(this::column);
        beside.indexes()
                .forEach(each -> build(
                        each.table(),
                        each.object().withName(Interim.name(each.object().name()))));
        ShadowKey.of(beside).forEach(key -> build(key.table(), key.object()));
        beside.constraints(Constraint.Check.class).forEach(each -> staged(each.table(), each.object()));
        for (ShadowColumn column : group.columns()) {
            if (!column.after().nullable() && !column.computed()) {
                Fragments made = new Fragments(changes.of(column));
                list.addAll(NotNull.stage(made, column.table(), column.shadow()).list());
            }
        }
        beside.constraints(Constraint.ForeignKey.class).forEach(each -> staged(each.table(), each.object()));
        list.addAll(new Fragments(changes.any())
                .together(Phase.SWAPS, swap.statements())
                .list());
        for (ShadowEnum each : group.enums()) {
            list.addAll(new Fragments(each.change())
                    .free(Phase.DROP_TYPES, EnumSql.drop(each.former()))
                    .list());
        }
        return list;
    }

    private void column(ShadowColumn column) {
        Column shadow = column.after()
                .withName(column.shadow())
                .withType(group.interim(column.after().type()))
                .withStorage(ColumnStorage.USUAL)
                .withComment(Optional.empty());
        if (column.computed()) {
            list.addAll(new Fragments(changes.of(column))
                    .rewrite(Phase.SHADOWS, column.table(), ColumnSql.add(column.table(), shadow))
                    .list());
        } else {
            fill(column, shadow.withNullable(true).withDefault(Optional.empty()));
        }
    }

    private void fill(ShadowColumn column, Column shadow) {
        QualifiedName table = column.table();
        QualifiedName function = function(column);
        String value = values.of(column);
        Change change = changes.of(column);
        List<Statement> begin = new Fragments(change)
                .metadata(Phase.SHADOWS, table, ColumnSql.add(table, shadow))
                .free(Phase.SHADOWS, ShadowSql.function(function, column.shadow(), value))
                .metadata(Phase.SHADOWS, table, ShadowSql.trigger(table, trigger(column), function))
                .statements();
        list.addAll(new Fragments(change)
                .together(Phase.SHADOWS, begin)
                .rows(table, fill(column, value))
                .list());
    }

    private String fill(ShadowColumn column, String value) {
        return column.after().nullable()
                ? DataSql.fill(column.table(), column.shadow(), value, values.source(column))
                : DataSql.fill(column.table(), column.shadow(), value);
    }

    private void build(QualifiedName table, Index index) {
        list.addAll(new Fragments(changes.of(table))
                .build(table, IndexSql.createConcurrently(table, index))
                .list());
    }

    private void staged(QualifiedName table, Constraint constraint) {
        boolean reference = constraint instanceof Constraint.ForeignKey;
        Constraint interim = constraint.withName(Interim.name(constraint.name()));
        list.addAll(new Fragments(changes.of(table))
                .brief(
                        Phase.CONSTRAINTS,
                        ConstraintSql.addNotValid(table, interim),
                        ShadowSwap.locks(
                                reference ? LockLevel.SHARE_ROW_EXCLUSIVE : LockLevel.ACCESS_EXCLUSIVE,
                                LockLevel.SHARE_ROW_EXCLUSIVE,
                                table,
                                constraint))
                .scan(
                        Phase.CONSTRAINTS,
                        ConstraintSql.validate(table, interim.name()),
                        ShadowSwap.locks(LockLevel.SHARE_UPDATE_EXCLUSIVE, LockLevel.ROW_SHARE, table, constraint))
                .list());
    }
}
