package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.RowsDdl;
import dev.tenon.schema.internal.ddl.TableDdl;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.type.LiteralBackfill;
import dev.tenon.schema.internal.plan.type.NewColumnDefault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans changes of columns of existing tables. A change that would rewrite or scan the table under a lock is split:
 * first a nullable column, then its default, then existing rows in batches, then NOT NULL by way of a validated check.
 */
final class ColumnRecipe implements ColumnChange.Cases<List<PlannedStatements>> {

    private final PlanContext context;
    private final InheritedTables inherited;

    ColumnRecipe(PlanContext context) {
        this.context = context;
        this.inherited = new InheritedTables(context);
    }

    @Override
    public List<PlannedStatements> add(ColumnChange.Add change) {
        QualifiedName table = change.table();
        Column column = change.column();
        StatementCollector fragments = new StatementCollector(change);
        Optional<String> fill = context.backfill(table, column.name())
                .map(context.oldRow(table)::expression)
                .or(() -> NewColumnDefault.forOldRows(column));
        Optional<ColumnDefault> same = context.backfill(table, column.name())
                .flatMap(value -> LiteralBackfill.of(column, value, context.after()));
        Phase phase = column.generated() ? Phase.COMPUTED_COLUMNS : Phase.COLUMNS;
        if (same.isPresent()) {
            addWith(same.get(), table, column, fragments);
        } else if (fill.isEmpty()) {
            fragments = NewColumnDefault.rewrites(column)
                    ? fragments.tableRewrite(phase, table, ColumnDdl.add(table, column))
                    : fragments.metadata(phase, table, ColumnDdl.add(table, column));
        } else {
            Column bare = column.withNullable(true).withDefault(Optional.empty());
            fragments.metadata(Phase.COLUMNS, table, ColumnDdl.add(table, bare));
            Optional<ColumnDefault.Expression> value = NewColumnDefault.expression(column);
            if (value.isPresent()) {
                setDefault(fragments, table, column, value.get());
            }
            fill(fragments, table, column.name(), fill.get());
            if (!column.nullable()) {
                NotNullSteps.stage(fragments, table, column.name());
            }
        }
        storage(phase, fragments, table, column.withStorage(ColumnStorage.DEFAULT), column);
        if (column.comment().isPresent()) {
            comment(fragments, table, column.name(), column.comment());
        }
        return fragments.list();
    }

    /** Adds the column with a literal as its default, which the server stores once for all rows; then the default goes. */
    private void addWith(
            ColumnDefault literal, QualifiedName table, Column column, StatementCollector fragments) {
        List<Ddl> statements = new ArrayList<>(List.of(ColumnDdl.add(table, column.withDefault(Optional.of(literal)))));
        if (!column.defaultValue().equals(Optional.of(literal))) {
            statements.add(inherited.alone(
                    table,
                    NewColumnDefault.expression(column)
                            .map(value -> ColumnDdl.setDefault(table, column.name(), value))
                            .orElseGet(() -> ColumnDdl.dropDefault(table, column.name()))));
        }
        fragments.together(Phase.COLUMNS, table, statements);
    }

    @Override
    public List<PlannedStatements> drop(ColumnChange.Drop change) {
        return new StatementCollector(change)
                .metadata(
                        Phase.DROP_COLUMNS,
                        change.table(),
                        inherited.alone(
                                change.table(),
                                ColumnDdl.drop(change.table(), change.column().name())))
                .list();
    }

    @Override
    public List<PlannedStatements> rename(ColumnChange.Rename change) {
        if (inherited.isInherited(change.table(), change.after())) {
            return List.of();
        }
        return new StatementCollector(change)
                .metadata(
                        Phase.RENAMES,
                        change.table(),
                        ColumnDdl.rename(change.table(), change.before(), change.after()))
                .list();
    }

    @Override
    public List<PlannedStatements> setType(ColumnChange.SetType change) {
        if (isReplaced(change) || context.recollates(change)) {
            return List.of();
        }
        QualifiedName table = change.table();
        Column after = change.after();
        Optional<ColumnDefault.Expression> oldDefault = NewColumnDefault.expression(change.before());
        StatementCollector fragments = new StatementCollector(change);
        Optional<String> using = context.conversion(table, after.name()).map(context.oldRow(table)::inPlace);
        boolean converts = !context.isMetadataOnly(change);
        Ddl sql = ColumnDdl.setType(table, after, using, converts);
        boolean own = !inherited.isInherited(table, after.name());
        if (context.isMetadataOnly(change)) {
            if (own) {
                fragments.metadata(Phase.COLUMNS, table, sql);
            }
            return restored(fragments, change);
        }
        if (oldDefault.isPresent()) {
            fragments.metadata(
                    Phase.COLUMNS, table, inherited.alone(table, ColumnDdl.dropDefault(table, after.name())));
        }
        if (own) {
            fragments.tableRewrite(Phase.COLUMNS, table, sql);
        }
        NewColumnDefault.expression(after)
                .filter(value -> oldDefault.isPresent())
                .ifPresent(value -> setDefault(fragments, table, after, value));
        return restored(fragments, change);
    }

    /** A new type resets storage and compression to its defaults; the statistics target stays. */
    private List<PlannedStatements> restored(StatementCollector fragments, ColumnChange.SetType change) {
        ColumnStorage before = change.before().storage();
        ColumnStorage kept = new ColumnStorage(Optional.empty(), Optional.empty(), before.statistics());
        Column reset = change.after().withStorage(kept);
        Column wanted = change.after()
                .withStorage(new ColumnStorage(before.strategy(), before.compression(), before.statistics()));
        return storage(Phase.COLUMNS, fragments, change.table(), reset, wanted).list();
    }

    @Override
    public List<PlannedStatements> setNotNull(ColumnChange.SetNotNull change) {
        if (isReplaced(change)) {
            return List.of();
        }
        StatementCollector fragments = new StatementCollector(change);
        if (context.provesNotNull(change.table(), change.column().name())) {
            return fragments
                    .metadata(
                            Phase.PROVEN_NOT_NULL,
                            change.table(),
                            ColumnDdl.setNotNull(change.table(), change.column().name()))
                    .list();
        }
        context.backfill(change.table(), change.column().name())
                .map(context.oldRow(change.table())::expression)
                .ifPresent(value ->
                        fill(fragments, change.table(), change.column().name(), value));
        return NotNullSteps.stage(fragments, change.table(), change.column().name())
                .list();
    }

    @Override
    public List<PlannedStatements> dropNotNull(ColumnChange.DropNotNull change) {
        if (isReplaced(change)) {
            return List.of();
        }
        // A column of the old primary key can become nullable only after the key is dropped.
        boolean key = context.before(change.table())
                .primaryKey()
                .filter(old -> old.columns().contains(change.column().name()))
                .isPresent();
        return new StatementCollector(change)
                .metadata(
                        key ? Phase.DROP_INDEXES : Phase.COLUMNS,
                        change.table(),
                        inherited.alone(
                                change.table(),
                                ColumnDdl.dropNotNull(
                                        change.table(), change.column().name())))
                .list();
    }

    @Override
    public List<PlannedStatements> setDefault(ColumnChange.SetDefault change) {
        if (isReplaced(change)) {
            return List.of();
        }
        StatementCollector fragments = new StatementCollector(change);
        if (new NumberSources(context).isSetAside(change)) {
            fragments.shortLock(
                    Phase.RENAMES,
                    RowsDdl.setAsideIdentity(change.table(), change.column().name()),
                    StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, change.table()));
        }
        DefaultTransition.statements(change, context)
                .forEach(sql -> fragments.metadata(DefaultTransition.phase(change), change.table(), sql));
        return fragments.list();
    }

    @Override
    public List<PlannedStatements> setStorage(ColumnChange.SetStorage change) {
        if (isReplaced(change)) {
            return List.of();
        }
        return storage(Phase.COLUMNS, new StatementCollector(change), change.table(), change.before(), change.after())
                .list();
    }

    /** Statements that still run with the old definition end first, so that none of their rows is missed. */
    @Override
    public List<PlannedStatements> recompute(ColumnChange.Recompute change) {
        QualifiedName table = change.table();
        Column column = change.column();
        ColumnDefault.Generated generated =
                (ColumnDefault.Generated) column.defaultValue().orElseThrow();
        String read = ReadColumn.of(context.table(table), generated.sql()).orElseThrow();
        return new StatementCollector(change)
                .shortLock(
                        Phase.ROWS, TableDdl.awaitWriters(table), StatementCollector.lock(LockLevel.SHARE, table))
                .rows(table, RowsDdl.recompute(table, read, column, generated))
                .list();
    }

    @Override
    public List<PlannedStatements> setComment(ColumnChange.SetComment change) {
        return comment(new StatementCollector(change), change.table(), change.column(), change.after())
                .list();
    }

    /**
     * Whether a shadow column replaces the column. {@link ShadowRecipe} plans its type, default, nullability and
     * storage.
     */
    private boolean isReplaced(ColumnChange change) {
        return context.shadows().replaces(change.path().owner(), change.path().member());
    }

    private void setDefault(
            StatementCollector fragments, QualifiedName table, Column column, ColumnDefault.Expression value) {
        fragments.metadata(
                Phase.COLUMNS, table, inherited.alone(table, ColumnDdl.setDefault(table, column.name(), value)));
    }

    /** Rows of children that objects create are filled by their parent's expression, because no entity declares one. */
    private void fill(StatementCollector fragments, QualifiedName table, String column, String value) {
        fragments.rows(table, inherited.alone(table, RowsDdl.fill(table, column, value)));
    }

    private StatementCollector storage(
            Phase phase, StatementCollector fragments, QualifiedName table, Column before, Column after) {
        ColumnDdl.setStorage(table, before, after)
                .forEach(sql -> fragments.metadata(phase, table, inherited.alone(table, sql)));
        return fragments;
    }

    private static StatementCollector comment(
            StatementCollector fragments, QualifiedName table, String column, Optional<String> comment) {
        return fragments.shortLock(
                Phase.COMMENTS,
                ColumnDdl.comment(table, column, comment),
                StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table));
    }
}
