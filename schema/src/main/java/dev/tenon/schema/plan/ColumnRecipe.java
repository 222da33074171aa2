package dev.tenon.schema.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.sql.ColumnSql;
import dev.tenon.schema.sql.DataSql;
import dev.tenon.schema.sql.NumberingSql;
import java.util.List;
import java.util.Optional;

/**
 * Plans changes of columns of existing tables. A change that would rewrite or scan the table under a lock is split:
 * first a nullable column, then its default, then existing rows in batches, then NOT NULL by way of a validated check.
 */
final class ColumnRecipe implements ColumnChange.Cases<List<Fragment>> {

    private final PlanContext context;

    ColumnRecipe(PlanContext context) {
        this.context = context;
    }

    @Override
    public List<Fragment> add(ColumnChange.Add change) {
        QualifiedName table = change.table();
        Column column = change.column();
        Fragments fragments = new Fragments(change);
        Optional<String> fill = context.backfill(table, column.name())
                .map(context.oldRow(table)::expression)
                .or(() -> DefaultValue.forOldRows(column));
        Phase phase = column.generated() ? Phase.COMPUTED_COLUMNS : Phase.COLUMNS;
        if (fill.isEmpty()) {
            fragments = DefaultValue.rewrites(column)
                    ? fragments.rewrite(phase, table, ColumnSql.add(table, column))
                    : fragments.metadata(phase, table, ColumnSql.add(table, column));
        } else {
            Column bare = column.withNullable(true).withDefault(Optional.empty());
            fragments.metadata(Phase.COLUMNS, table, ColumnSql.add(table, bare));
            Optional<ColumnDefault.Expression> value = DefaultValue.expression(column);
            if (value.isPresent()) {
                setDefault(fragments, table, column, value.get());
            }
            fragments.rows(table, DataSql.fill(table, column.name(), fill.get()));
            if (!column.nullable()) {
                NotNull.stage(fragments, table, column.name());
            }
        }
        storage(phase, fragments, table, column.withStorage(ColumnStorage.USUAL), column);
        if (column.comment().isPresent()) {
            comment(fragments, table, column.name(), column.comment());
        }
        return fragments.list();
    }

    @Override
    public List<Fragment> drop(ColumnChange.Drop change) {
        return new Fragments(change)
                .metadata(
                        Phase.DROP_COLUMNS,
                        change.table(),
                        ColumnSql.drop(change.table(), change.column().name()))
                .list();
    }

    @Override
    public List<Fragment> rename(ColumnChange.Rename change) {
        return new Fragments(change)
                .metadata(
                        Phase.RENAMES,
                        change.table(),
                        ColumnSql.rename(change.table(), change.before(), change.after()))
                .list();
    }

    @Override
    public List<Fragment> setType(ColumnChange.SetType change) {
        if (isReplaced(change)) {
            return List.of();
        }
        QualifiedName table = change.table();
        Column after = change.after();
        Optional<ColumnDefault.Expression> oldDefault = DefaultValue.expression(change.before());
        Fragments fragments = new Fragments(change);
        Optional<String> using = context.conversion(table, after.name()).map(context.oldRow(table)::inPlace);
        String sql = ColumnSql.setType(table, after, using);
        if (context.keepsRows(change)) {
            fragments.metadata(Phase.COLUMNS, table, sql);
            return ReadByPolicies.let(context, change, restored(fragments, change));
        }
        if (oldDefault.isPresent()) {
            fragments.metadata(Phase.COLUMNS, table, ColumnSql.dropDefault(table, after.name()));
        }
        fragments.rewrite(Phase.COLUMNS, table, sql);
        DefaultValue.expression(after)
                .filter(value -> oldDefault.isPresent())
                .ifPresent(value -> setDefault(fragments, table, after, value));
        return ReadByPolicies.let(context, change, restored(fragments, change));
    }

    /** A new type resets storage and compression to its defaults; the statistics target stays. */
    private static List<Fragment> restored(Fragments fragments, ColumnChange.SetType change) {
        ColumnStorage before = change.before().storage();
        ColumnStorage kept = new ColumnStorage(Optional.empty(), Optional.empty(), before.statistics());
        Column reset = change.after().withStorage(kept);
        Column wanted = change.after()
                .withStorage(new ColumnStorage(before.strategy(), before.compression(), before.statistics()));
        return storage(Phase.COLUMNS, fragments, change.table(), reset, wanted).list();
    }

    @Override
    public List<Fragment> setNotNull(ColumnChange.SetNotNull change) {
        if (isReplaced(change)) {
            return List.of();
        }
        Fragments fragments = new Fragments(change);
        context.backfill(change.table(), change.column().name())
                .map(context.oldRow(change.table())::expression)
                .ifPresent(value -> fragments.rows(
                        change.table(),
                        DataSql.fill(change.table(), change.column().name(), value)));
        return NotNull.stage(fragments, change.table(), change.column().name()).list();
    }

    @Override
    public List<Fragment> dropNotNull(ColumnChange.DropNotNull change) {
        if (isReplaced(change)) {
            return List.of();
        }
        // A column of the old primary key can become nullable only after the key is dropped.
        boolean key = context.before(change.table())
                .primaryKey()
                .filter(old -> old.columns().contains(change.column().name()))
                .isPresent();
        return new Fragments(change)
                .metadata(
                        key ? Phase.DROP_INDEXES : Phase.COLUMNS,
                        change.table(),
                        ColumnSql.dropNotNull(change.table(), change.column().name()))
                .list();
    }

    @Override
    public List<Fragment> setDefault(ColumnChange.SetDefault change) {
        if (isReplaced(change)) {
            return List.of();
        }
        Fragments fragments = new Fragments(change);
        if (new Numbering(context).isSetAside(change)) {
            fragments.brief(
                    Phase.RENAMES,
                    NumberingSql.setAsideIdentity(
                            change.table(), change.column().name()),
                    Fragments.lock(LockLevel.SHARE_ROW_EXCLUSIVE, change.table()));
        }
        DefaultChange.statements(change, context)
                .forEach(sql -> fragments.metadata(DefaultChange.phase(change), change.table(), sql));
        return fragments.list();
    }

    @Override
    public List<Fragment> setStorage(ColumnChange.SetStorage change) {
        if (isReplaced(change)) {
            return List.of();
        }
        return storage(Phase.COLUMNS, new Fragments(change), change.table(), change.before(), change.after())
                .list();
    }

    @Override
    public List<Fragment> setComment(ColumnChange.SetComment change) {
        return comment(new Fragments(change), change.table(), change.column(), change.after())
                .list();
    }

    /** Whether another column takes the place of it, whose making settles all of it. */
    private boolean isReplaced(ColumnChange change) {
        return context.shadows().replaces(change.path().owner(), change.path().member());
    }

    private static void setDefault(
            Fragments fragments, QualifiedName table, Column column, ColumnDefault.Expression value) {
        fragments.metadata(Phase.COLUMNS, table, ColumnSql.setDefault(table, column.name(), value));
    }

    private static Fragments storage(
            Phase phase, Fragments fragments, QualifiedName table, Column before, Column after) {
        ColumnSql.setStorage(table, before, after).forEach(sql -> fragments.metadata(phase, table, sql));
        return fragments;
    }

    private static Fragments comment(
            Fragments fragments, QualifiedName table, String column, Optional<String> comment) {
        return fragments.brief(
                Phase.COMMENTS,
                ColumnSql.comment(table, column, comment),
                Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table));
    }
}
