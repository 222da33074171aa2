package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.shadow.CollationGroup;
import dev.tenon.schema.internal.plan.shadow.ConstraintUniqueIndex;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes collations without a rewrite: the indexes are built concurrently, with the new collation, and one transaction
 * drops the old ones and changes the columns, so that the server keeps the new ones as they are. Checks that name the
 * columns hold for new rows at once, and are validated afterwards, because the server would scan the table for them
 * under the lock.
 */
final class CollationRecipe {

    private final PlanContext context;
    private final CollationGroup group;
    private final QualifiedName table;
    private final Table after;
    private final List<ColumnChange.SetType> changes;
    private final List<PlannedStatements> list = new ArrayList<>();
    private final StatementCollector cutover;

    private CollationRecipe(PlanContext context, CollationGroup group, List<ColumnChange.SetType> changes) {
        this.context = context;
        this.group = group;
        this.table = group.table();
        this.after = context.table(table);
        this.changes = changes;
        this.cutover = new StatementCollector(changes.get(0));
    }

    /** The statements of a migration, with those that change collations. */
    static List<PlannedStatements> amend(List<Change> changes, List<PlannedStatements> fragments, PlanContext context) {
        List<PlannedStatements> amended = new ArrayList<>(fragments);
        Map<Policy, Set<QualifiedName>> relations = new HashMap<>();
        for (CollationGroup group : context.shadows().collations()) {
            List<ColumnChange.SetType> own = changes.stream()
                    .filter(ColumnChange.SetType.class::isInstance)
                    .map(ColumnChange.SetType.class::cast)
                    .filter(set -> set.table().equals(group.table())
                            && group.has(set.after().name()))
                    .toList();
            if (!own.isEmpty()) {
                new CollationRecipe(context, group, own).amend(amended, relations);
            }
        }
        return amended;
    }

    private void amend(List<PlannedStatements> fragments, Map<Policy, Set<QualifiedName>> relations) {
        PolicyReadColumns policies = PolicyReadColumns.of(context, table, changes, relations);
        Set<Change> covered = policies.covered();
        fragments.removeIf(
                fragment -> covered.contains(fragment.statements().get(0).change()));
        List<Index> indexes = after.indexes().stream().filter(group::sorts).toList();
        List<Constraint> keys =
                after.constraints().stream().filter(group::sorts).toList();
        List<Constraint.Check> checks =
                after.constraints(Constraint.Check.class).filter(this::names).toList();
        indexes.forEach(index -> build(interim(index)));
        keys.forEach(key -> build(unique(key)));

        checks.forEach(check -> metadata(ConstraintDdl.drop(table, check.name())));
        keys.forEach(key -> metadata(ConstraintDdl.drop(table, key.name())));
        indexes.forEach(index -> metadata(IndexDdl.drop(table, index.name())));
        metadata(ColumnDdl.setCollations(
                table, group.columns(), indexes.stream().map(this::interim).toList()));
        group.columns().forEach(this::restoreStorage);
        keys.forEach(key -> metadata(ConstraintDdl.addUsingIndex(table, key, TemporaryNames.name(key.name()))));
        indexes.forEach(this::takeName);
        checks.forEach(check -> metadata(ConstraintDdl.addNotValid(table, check)));

        List<Statement> statements = new ArrayList<>(policies.dropped());
        statements.addAll(cutover.statements());
        statements.addAll(policies.recreated());
        list.addAll(new StatementCollector(cutover.change())
                .atomic(Phase.CUTOVERS, statements)
                .list());
        checks.stream().filter(Constraint.Check::validated).forEach(this::validate);
        fragments.addAll(list);
    }

    private Index interim(Index index) {
        return index.withName(TemporaryNames.name(index.name())).withComment(Optional.empty());
    }

    private static Index unique(Constraint key) {
        String name = TemporaryNames.name(key.name());
        return key instanceof Constraint.Unique unique
                ? ConstraintUniqueIndex.of(name, unique.columns(), unique.nullsNotDistinct(), unique.index())
                : ConstraintUniqueIndex.of(name, ((Constraint.PrimaryKey) key).columns(), false, key.index());
    }

    private void build(Index index) {
        list.addAll(new StatementCollector(cutover.change())
                .build(table, IndexDdl.createConcurrently(table, group.early(index)))
                .list());
    }

    private void takeName(Index index) {
        metadata(IndexDdl.rename(table, TemporaryNames.name(index.name()), index.name()));
        if (index.comment().isPresent()) {
            metadata(IndexDdl.comment(table, index.name(), index.comment()));
        }
    }

    /** The new collation resets storage and compression, as every new type does. */
    private void restoreStorage(Column column) {
        ColumnStorage reset = new ColumnStorage(
                Optional.empty(), Optional.empty(), column.storage().statistics());
        ColumnDdl.setStorage(table, column.withStorage(reset), column).forEach(this::metadata);
    }

    private void validate(Constraint.Check check) {
        list.addAll(new StatementCollector(cutover.change())
                .scan(
                        Phase.REFERENCES,
                        ConstraintDdl.validate(table, check.name()),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table))
                .list());
    }

    private boolean names(Constraint.Check check) {
        return group.columns().stream()
                .anyMatch(column -> IdentifierRewriter.anywhere(check.expression(), column.name()));
    }

    private void metadata(Ddl ddl) {
        cutover.metadata(Phase.CUTOVERS, table, ddl);
    }
}
