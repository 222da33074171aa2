package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.EnumDdl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.ddl.InheritanceDdl;
import dev.tenon.schema.internal.ddl.PolicyDdl;
import dev.tenon.schema.internal.ddl.RowsDdl;
import dev.tenon.schema.internal.ddl.SequenceDdl;
import dev.tenon.schema.internal.derive.TableInheritance;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.plan.shadow.InheritedColumns;
import dev.tenon.schema.internal.plan.shadow.ShadowChanges;
import dev.tenon.schema.internal.plan.shadow.ShadowColumn;
import dev.tenon.schema.internal.plan.shadow.ShadowDependents;
import dev.tenon.schema.internal.plan.shadow.ShadowEligibility;
import dev.tenon.schema.internal.plan.shadow.ShadowEnum;
import dev.tenon.schema.internal.plan.shadow.ShadowGroup;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.plan.type.NewColumnDefault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The cutover, which replaces old columns with shadow columns: catalog changes only, in one transaction. */
final class ShadowCutover {

    private final ShadowGroup group;
    private final ShadowChanges changes;
    private final ShadowDependents shadowDependents;
    private final PlanContext context;
    private final List<Statement> statements = new ArrayList<>();

    ShadowCutover(ShadowGroup group, ShadowChanges changes, ShadowDependents beside, PlanContext context) {
        this.group = group;
        this.changes = changes;
        this.shadowDependents = beside;
        this.context = context;
    }

    /**
     * The statements in their order. Dropping an old column drops the dependents that were rebuilt on the shadow
     * column.
     */
    List<Statement> statements() {
        Map<QualifiedName, List<TableInheritance.Link>> links =
                new InheritedColumns(context.before(), context.inheritance()).byObject(group.columns());
        links.forEach((object, each) -> inheritance(each, InheritanceDdl.end(object, each)));
        group.columns().stream().filter(column -> !column.computed()).forEach(this::stopTriggers);
        for (ShadowDependents.OnTable<Constraint.ForeignKey> key :
                shadowDependents.constraints(Constraint.ForeignKey.class)) {
            statements.addAll(new StatementCollector(changes.of(key.table()))
                    .shortLock(
                            Phase.CUTOVERS,
                            ConstraintDdl.drop(key.table(), key.object().name()),
                            locks(LockLevel.ACCESS_EXCLUSIVE, LockLevel.ACCESS_EXCLUSIVE, key.table(), key.object()))
                    .statements());
        }
        group.columns().forEach(this::handOn);
        shadowDependents
                .policies()
                .forEach(each -> metadata(each.table(), PolicyDdl.alter(each.table(), each.object())));
        group.columns().forEach(column -> metadata(column.table(), ColumnDdl.drop(column.table(), column.name())));
        for (ShadowEnum each : group.enums()) {
            free(each.change(), EnumDdl.rename(each.name(), each.former().name()));
            free(each.change(), EnumDdl.rename(each.shadow(), each.name().name()));
        }
        group.columns()
                .forEach(column ->
                        metadata(column.table(), ColumnDdl.rename(column.table(), column.shadow(), column.name())));
        group.columns().forEach(this::finish);
        keys();
        shadowDependents.indexes().forEach(each -> rename(each.table(), each.object()));
        links.forEach((object, each) -> inheritance(each, InheritanceDdl.begin(object, each)));
        return List.copyOf(statements);
    }

    /** The server changes the columns of a table and of one that inherits them only together. */
    private void inheritance(List<TableInheritance.Link> links, List<Ddl> each) {
        for (int at = 0; at < links.size(); at++) {
            TableInheritance.Link link = links.get(at);
            statements.addAll(new StatementCollector(changes.of(link.child()))
                    .shortLock(
                            Phase.CUTOVERS,
                            each.get(at),
                            StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, link.child()),
                            StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, link.parent()))
                    .statements());
        }
    }

    private void stopTriggers(ShadowColumn column) {
        StatementCollector dropped = new StatementCollector(changes.of(column));
        new ShadowTriggers(column, context).drop(dropped);
        statements.addAll(dropped.statements());
    }

    /** Gives the shadow column the identity and owned sequences of the old column, so that numbering continues. */
    private void handOn(ShadowColumn column) {
        QualifiedName table = column.table();
        if (column.after().defaultValue().orElse(null) instanceof ColumnDefault.Identity identity) {
            metadata(table, ColumnDdl.addIdentity(table, column.shadow(), identity));
            metadata(table, RowsDdl.handOnIdentity(table, column.name(), column.shadow()));
        }
        Optional<Sequence.Owner> owner = Optional.of(new Sequence.Owner(table, column.shadow()));
        ShadowEligibility.owned(context.after(), column)
                .forEach(sequence -> statements.addAll(new StatementCollector(changes.of(column))
                        .shortLock(
                                Phase.CUTOVERS,
                                SequenceDdl.setOwner(sequence, owner),
                                StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, sequence),
                                StatementCollector.lock(LockLevel.SHARE_ROW_EXCLUSIVE, table))
                        .statements()));
    }

    private void finish(ShadowColumn shadow) {
        QualifiedName table = shadow.table();
        Column column = shadow.after();
        NewColumnDefault.expression(column)
                .ifPresent(value -> metadata(table, ColumnDdl.setDefault(table, column.name(), value)));
        new NumberSources(context).seeded(table, shadow.before(), column).forEach(sql -> metadata(table, sql));
        ColumnDdl.setStorage(table, column.withStorage(ColumnStorage.DEFAULT), column)
                .forEach(sql -> metadata(table, sql));
        if (column.comment().isPresent()) {
            metadata(table, ColumnDdl.comment(table, column.name(), column.comment()));
        }
    }

    private void keys() {
        for (ShadowDependents.OnTable<Constraint> each : shadowDependents.constraints()) {
            QualifiedName table = each.table();
            // The columns have their final names by now.
            Constraint constraint = KeyedLookup.find(
                            context.table(table).constraints(), each.object().name())
                    .orElseThrow();
            String interim = TemporaryNames.name(constraint.name());
            boolean key = constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
            metadata(
                    table,
                    key
                            ? ConstraintDdl.addUsingIndex(table, constraint, interim)
                            : ConstraintDdl.rename(table, interim, constraint.name()));
        }
    }

    private void rename(QualifiedName table, Index index) {
        metadata(table, IndexDdl.rename(table, TemporaryNames.name(index.name()), index.name()));
        if (index.comment().isPresent()) {
            metadata(table, IndexDdl.comment(table, index.name(), index.comment()));
        }
    }

    private void metadata(QualifiedName table, Ddl sql) {
        statements.addAll(new StatementCollector(changes.of(table))
                .metadata(Phase.CUTOVERS, table, sql)
                .statements());
    }

    private void free(Change change, Ddl sql) {
        statements.addAll(
                new StatementCollector(change).unlocked(Phase.CUTOVERS, sql).statements());
    }

    /** The lock on the table and, for a foreign key to another table, the lock on that table. */
    static Lock[] locks(LockLevel own, LockLevel onTarget, QualifiedName table, Constraint constraint) {
        Stream<Lock> target =
                constraint instanceof Constraint.ForeignKey key && !key.target().equals(table)
                        ? Stream.of(StatementCollector.lock(onTarget, key.target()))
                        : Stream.empty();
        return Stream.concat(Stream.of(StatementCollector.lock(own, table)), target)
                .toArray(Lock[]::new);
    }
}
