package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.GrantDdl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.ddl.PolicyDdl;
import dev.tenon.schema.internal.ddl.TableDdl;
import dev.tenon.schema.internal.diff.PolicyDependencies;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.TableSql;
import java.util.List;

/** Plans changes of whole tables. A new table is empty and unused, so simple statements are safe, and faster. */
final class TableRecipe implements TableChange.Cases<List<PlannedStatements>> {

    private final PlanContext context;

    TableRecipe(PlanContext context) {
        this.context = context;
    }

    @Override
    public List<PlannedStatements> create(TableChange.Create change) {
        Table table = change.table();
        StatementCollector fragments = new StatementCollector(change).unlocked(Phase.TABLES, TableDdl.create(table));
        TableSql.repeated(table)
                .forEach(unique -> fragments.unlocked(Phase.TABLES, ConstraintDdl.add(table.name(), unique)));
        table.constraints(Constraint.Check.class)
                .filter(check -> !check.validated())
                .forEach(check -> fragments.unlocked(Phase.TABLES, ConstraintDdl.add(table.name(), check)));
        if (table.comment().isPresent()) {
            fragments.unlocked(Phase.TABLES, TableDdl.comment(table.name(), table.comment()));
        }
        for (Column column : table.columns()) {
            ColumnDdl.setStorage(table.name(), column.withStorage(ColumnStorage.DEFAULT), column)
                    .forEach(sql -> fragments.unlocked(Phase.TABLES, sql));
            if (column.comment().isPresent()) {
                fragments.unlocked(Phase.TABLES, ColumnDdl.comment(table.name(), column.name(), column.comment()));
            }
        }
        for (Index index : table.indexes()) {
            fragments.unlocked(Phase.TABLES, IndexDdl.create(table.name(), index));
            if (index.comment().isPresent()) {
                fragments.unlocked(Phase.TABLES, IndexDdl.comment(table.name(), index.name(), index.comment()));
            }
        }
        guard(table.name(), table.rowSecurity(), table.policies(), Phase.TABLES, fragments);
        table.partitions().forEach(partition -> PartitionRecipe.createWith(table, partition, fragments));
        table.grants()
                .forEach(grant ->
                        fragments.unlocked(Phase.TABLES, GrantDdl.grant(ObjectPath.table(table.name()), grant)));
        return fragments.list();
    }

    /** Enables row-level security on a table that other sessions cannot see yet. */
    static void guard(
            QualifiedName table,
            RowSecurity security,
            List<Policy> policies,
            Phase phase,
            StatementCollector fragments) {
        TableDdl.rowSecurity(table, RowSecurity.DISABLED, security).forEach(sql -> fragments.unlocked(phase, sql));
        for (Policy policy : policies) {
            boolean alone = PolicyDependencies.of(policy).stream().allMatch(table::equals);
            // A policy that reads another table waits until that table exists; until then no role sees a row.
            fragments.unlocked(alone ? phase : Phase.SECURITY, PolicyDdl.create(table, policy));
        }
    }

    @Override
    public List<PlannedStatements> drop(TableChange.Drop change) {
        QualifiedName table = change.table().name();
        StatementCollector fragments = new StatementCollector(change);
        PolicyBlockedDrops held = new PolicyBlockedDrops(context);
        held.close(table, table, change.table().policies(), fragments);
        change.table().partitions().forEach(partition -> held.close(table, partition, fragments));
        return fragments
                .metadata(Phase.DROP_TABLES, table, TableDdl.drop(table))
                .list();
    }

    @Override
    public List<PlannedStatements> rename(TableChange.Rename change) {
        StatementCollector fragments = new StatementCollector(change);
        if (!change.before().schema().equals(change.after().schema())) {
            fragments.metadata(
                    Phase.RENAMES,
                    change.before(),
                    TableDdl.move(change.before(), change.after().schema()));
            for (Partition partition : context.before(change.after()).partitions()) {
                QualifiedName own = change.before().withName(partition.name());
                fragments.metadata(
                        Phase.RENAMES, own, TableDdl.move(own, change.after().schema()));
            }
        }
        if (!change.before().name().equals(change.after().name())) {
            fragments.metadata(
                    Phase.RENAMES,
                    change.before(),
                    TableDdl.rename(
                            change.after().withName(change.before().name()),
                            change.after().name()));
        }
        return fragments.list();
    }

    @Override
    public List<PlannedStatements> setComment(TableChange.SetComment change) {
        return new StatementCollector(change)
                .shortLock(
                        Phase.COMMENTS,
                        TableDdl.comment(change.table(), change.after()),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.table()))
                .list();
    }

    @Override
    public List<PlannedStatements> setLogged(TableChange.SetLogged change) {
        boolean late = change.unlogged() && !refersToUnlogged(change.table());
        return new StatementCollector(change)
                .tableRewrite(
                        late ? Phase.UNLOGGED : Phase.COLUMNS,
                        change.table(),
                        TableDdl.setLogged(change.table(), change.unlogged()))
                .list();
    }

    private boolean refersToUnlogged(QualifiedName table) {
        return context.table(table).foreignKeys().stream()
                .flatMap(key -> context.after().table(key.target()).stream())
                .anyMatch(target -> target.storage().unlogged());
    }

    @Override
    public List<PlannedStatements> setParameters(TableChange.SetParameters change) {
        StatementCollector fragments = new StatementCollector(change);
        TableDdl.setParameters(change.table(), change.before(), change.after())
                .forEach(sql -> fragments.shortLock(
                        Phase.COLUMNS, sql, StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.table())));
        return fragments.list();
    }

    @Override
    public List<PlannedStatements> setRowSecurity(TableChange.SetRowSecurity change) {
        StatementCollector fragments = new StatementCollector(change);
        TableDdl.rowSecurity(change.table(), change.before(), change.after())
                .forEach(sql -> fragments.metadata(Phase.SECURITY, change.table(), sql));
        return fragments.list();
    }
}
