package dev.tenon.schema.plan;

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
import dev.tenon.schema.diff.PolicyLookups;
import dev.tenon.schema.diff.TableChange;
import dev.tenon.schema.sql.ColumnSql;
import dev.tenon.schema.sql.ConstraintSql;
import dev.tenon.schema.sql.GrantSql;
import dev.tenon.schema.sql.IndexSql;
import dev.tenon.schema.sql.PolicySql;
import dev.tenon.schema.sql.TableSql;
import java.util.List;

/** Plans changes of whole tables. A new table is empty and unused, so simple statements are safe, and faster. */
final class TableRecipe implements TableChange.Cases<List<Fragment>> {

    private final PlanContext context;

    TableRecipe(PlanContext context) {
        this.context = context;
    }

    @Override
    public List<Fragment> create(TableChange.Create change) {
        Table table = change.table();
        Fragments fragments = new Fragments(change).free(Phase.TABLES, TableSql.create(table));
        TableSql.repeated(table)
                .forEach(unique -> fragments.free(Phase.TABLES, ConstraintSql.add(table.name(), unique)));
        table.constraints(Constraint.Check.class)
                .filter(check -> !check.validated())
                .forEach(check -> fragments.free(Phase.TABLES, ConstraintSql.add(table.name(), check)));
        if (table.comment().isPresent()) {
            fragments.free(Phase.TABLES, TableSql.comment(table.name(), table.comment()));
        }
        for (Column column : table.columns()) {
            ColumnSql.setStorage(table.name(), column.withStorage(ColumnStorage.USUAL), column)
                    .forEach(sql -> fragments.free(Phase.TABLES, sql));
            if (column.comment().isPresent()) {
                fragments.free(Phase.TABLES, ColumnSql.comment(table.name(), column.name(), column.comment()));
            }
        }
        for (Index index : table.indexes()) {
            fragments.free(Phase.TABLES, IndexSql.create(table.name(), index));
            if (index.comment().isPresent()) {
                fragments.free(Phase.TABLES, IndexSql.comment(table.name(), index.name(), index.comment()));
            }
        }
        guard(table.name(), table.rowSecurity(), table.policies(), Phase.TABLES, fragments);
        table.partitions().forEach(partition -> PartitionRecipe.createWith(table, partition, fragments));
        table.grants()
                .forEach(grant -> fragments.free(Phase.TABLES, GrantSql.grant(ObjectPath.table(table.name()), grant)));
        return fragments.list();
    }

    /** Enables row-level security on a table that other sessions cannot see yet. */
    static void guard(
            QualifiedName table, RowSecurity security, List<Policy> policies, Phase phase, Fragments fragments) {
        TableSql.rowSecurity(table, RowSecurity.DISABLED, security).forEach(sql -> fragments.free(phase, sql));
        for (Policy policy : policies) {
            boolean alone = PolicyLookups.of(policy).stream().allMatch(table::equals);
            // A policy that reads another table waits until that table exists; until then no role sees a row.
            fragments.free(alone ? phase : Phase.SECURITY, PolicySql.create(table, policy));
        }
    }

    @Override
    public List<Fragment> drop(TableChange.Drop change) {
        QualifiedName table = change.table().name();
        Fragments fragments = new Fragments(change);
        HeldByPolicies held = new HeldByPolicies(context);
        held.close(table, table, change.table().policies(), fragments);
        change.table().partitions().forEach(partition -> held.close(table, partition, fragments));
        return fragments
                .metadata(Phase.DROP_TABLES, table, TableSql.drop(table))
                .list();
    }

    @Override
    public List<Fragment> rename(TableChange.Rename change) {
        Fragments fragments = new Fragments(change);
        if (!change.before().schema().equals(change.after().schema())) {
            fragments.metadata(
                    Phase.RENAMES,
                    change.before(),
                    TableSql.move(change.before(), change.after().schema()));
            for (Partition partition : context.before(change.after()).partitions()) {
                QualifiedName own = change.before().withName(partition.name());
                fragments.metadata(
                        Phase.RENAMES, own, TableSql.move(own, change.after().schema()));
            }
        }
        if (!change.before().name().equals(change.after().name())) {
            fragments.metadata(
                    Phase.RENAMES,
                    change.before(),
                    TableSql.rename(
                            change.after().withName(change.before().name()),
                            change.after().name()));
        }
        return fragments.list();
    }

    @Override
    public List<Fragment> setComment(TableChange.SetComment change) {
        return new Fragments(change)
                .brief(
                        Phase.COMMENTS,
                        TableSql.comment(change.table(), change.after()),
                        Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.table()))
                .list();
    }

    @Override
    public List<Fragment> setLogged(TableChange.SetLogged change) {
        boolean late = change.unlogged() && !refersToUnlogged(change.table());
        return new Fragments(change)
                .rewrite(
                        late ? Phase.UNLOGGED : Phase.COLUMNS,
                        change.table(),
                        TableSql.setLogged(change.table(), change.unlogged()))
                .list();
    }

    private boolean refersToUnlogged(QualifiedName table) {
        return context.table(table).foreignKeys().stream()
                .flatMap(key -> context.after().table(key.target()).stream())
                .anyMatch(target -> target.storage().unlogged());
    }

    @Override
    public List<Fragment> setParameters(TableChange.SetParameters change) {
        Fragments fragments = new Fragments(change);
        TableSql.setParameters(change.table(), change.before(), change.after())
                .forEach(sql -> fragments.brief(
                        Phase.COLUMNS, sql, Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, change.table())));
        return fragments.list();
    }

    @Override
    public List<Fragment> setRowSecurity(TableChange.SetRowSecurity change) {
        Fragments fragments = new Fragments(change);
        TableSql.rowSecurity(change.table(), change.before(), change.after())
                .forEach(sql -> fragments.metadata(Phase.SECURITY, change.table(), sql));
        return fragments.list();
    }
}
