package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.diff.PolicyDependencies;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.plan.statement.LastTriggerName;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import dev.tenon.schema.internal.sql.parse.SelectStarFinder;
import dev.tenon.schema.internal.sql.parse.TriggerColumns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Columns that a shadow column can replace: those of ordinary tables whose dependents can be rebuilt on the shadow
 * column or repointed at cutover.
 */
public final class ShadowEligibility {

    private final Schema before;
    private final Schema after;

    ShadowEligibility(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    static ShadowGroup alone(ShadowColumn column) {
        return new ShadowGroup(List.of(column), List.of());
    }

    boolean allows(ShadowColumn column) {
        ShadowDependents old = ShadowDependents.of(before, alone(column));
        ShadowDependents fresh = ShadowDependents.of(after, alone(column));
        return old.constraints().equals(fresh.constraints())
                && old.policies().equals(fresh.policies())
                && indexesFollow(column.table(), old, fresh)
                && !old.more()
                && !fresh.more()
                && old.constraints(Constraint.Exclusion.class).isEmpty()
                && comesFromTheSame(column)
                && owned(before, column).equals(owned(after, column))
                && isPlain(column.table())
                && LastTriggerName.isPossible(TriggerNames.of(column.table(), before, after))
                && old.constraints(Constraint.ForeignKey.class).stream()
                        .allMatch(key ->
                                isPlain(key.table()) && isPlain(key.object().target()))
                && standsAlone(before, column)
                && standsAlone(after, column);
    }

    /**
     * Whether the indexes of the shadow column can take the place of those of the old one, which are dropped with it. A
     * unique index does not change, because foreign keys may rest on it, and no index begins or ceases to use the column.
     */
    private boolean indexesFollow(QualifiedName table, ShadowDependents old, ShadowDependents fresh) {
        return differing(old, fresh).allMatch(index -> !index.unique() && isIn(after, table, index, fresh))
                && differing(fresh, old).allMatch(index -> !index.unique() && isIn(before, table, index, old));
    }

    private static Stream<Index> differing(ShadowDependents some, ShadowDependents others) {
        return some.indexes().stream()
                .filter(each -> !others.indexes().contains(each))
                .map(ShadowDependents.OnTable::object);
    }

    /** Whether the index of that name, if the schema has one, uses the column, too. */
    private static boolean isIn(Schema schema, QualifiedName table, Index index, ShadowDependents dependents) {
        return schema.table(table)
                        .filter(found ->
                                KeyedLookup.find(found.indexes(), index.name()).isPresent())
                        .isEmpty()
                || dependents.indexes().stream()
                        .anyMatch(each -> each.object().name().equals(index.name()));
    }

    /** An enum type is replaced in all its columns or in none, and nothing else may name it. */
    boolean allows(ShadowEnum type, List<ShadowColumn> columns) {
        ShadowGroup group = new ShadowGroup(List.of(), List.of(type));
        for (Table table : after.tables()) {
            boolean uses = false;
            for (Column column : table.columns()) {
                boolean ofType = type.isOf(column.type());
                uses |= ofType;
                if (ofType
                        && columns.stream()
                                .noneMatch(each -> each.table().equals(table.name())
                                        && each.after().equals(column)
                                        && type.isOf(each.before().type())
                                        && allows(each))) {
                    return false;
                }
            }
            if (!uses && !TableExpressions.mapOverRow(table, group::interim).equals(table)) {
                return false;
            }
        }
        return !namedByObjects(before, type) && !namedByObjects(after, type);
    }

    /**
     * Whether an object names the type, or a view that is not recreated at cutover: one that reads no table with
     * columns of the type.
     */
    private static boolean namedByObjects(Schema schema, ShadowEnum type) {
        List<View> naming = schema.views().stream()
                .filter(view -> mentions(view.sql(), type.name().name()))
                .toList();
        return schema.objects().stream()
                        .anyMatch(
                                object -> mentions(object.create(), type.name().name()))
                || (!naming.isEmpty() && !recreated(schema, type).containsAll(paths(naming)));
    }

    private static List<ObjectPath> paths(List<View> views) {
        return views.stream().map(view -> ObjectPath.view(view.name())).toList();
    }

    private static Set<ObjectPath> recreated(Schema schema, ShadowEnum type) {
        return DependencyGraph.of(schema)
                .dependents(schema.tables().stream()
                        .filter(table -> table.columns().stream().anyMatch(column -> type.isOf(column.type())))
                        .map(table -> ObjectPath.table(table.name()))
                        .toList());
    }

    private static boolean mentions(String sql, String name) {
        return IdentifierRewriter.anywhere(sql, name);
    }

    private static boolean comesFromTheSame(ShadowColumn column) {
        Column old = column.before();
        Column fresh = column.after();
        boolean plain = !old.generated() && !fresh.generated();
        return (plain || column.computed()) && numbered(old) == numbered(fresh);
    }

    private static boolean numbered(Column column) {
        return column.defaultValue()
                .filter(ColumnDefault.Identity.class::isInstance)
                .isPresent();
    }

    /** The sequences that the column owns; the shadow column takes over their ownership. */
    public static List<QualifiedName> owned(Schema schema, ShadowColumn column) {
        Optional<Sequence.Owner> owner = Optional.of(new Sequence.Owner(column.table(), column.name()));
        return schema.sequences().stream()
                .filter(sequence -> sequence.owner().equals(owner))
                .map(Sequence::name)
                .toList();
    }

    private boolean isPlain(QualifiedName table) {
        return before.table(table).flatMap(Table::partitioning).isEmpty()
                && after.table(table).flatMap(Table::partitioning).isEmpty();
    }

    /** Whether no policy of another table, no trigger, and no view that cannot be recreated depends on the column. */
    private static boolean standsAlone(Schema schema, ShadowColumn column) {
        boolean policies = schema.tables().stream()
                .filter(table -> !table.name().equals(column.table()))
                .flatMap(table -> table.policies().stream())
                .flatMap(PolicyDependencies::conditions)
                .anyMatch(sql -> mentions(sql, column.table().name()) && mentions(sql, column.name()));
        boolean triggers = schema.objects().stream()
                .filter(object -> CreateStatement.of(object.create())
                        .flatMap(CreateStatement::on)
                        .filter(column.table()::equals)
                        .isPresent())
                .anyMatch(object -> mentions(TriggerColumns.in(object.create()), column.name()));
        boolean alone = schema.views().isEmpty() && schema.objects().isEmpty();
        return !policies && !triggers && (alone || comeBack(schema, column));
    }

    /**
     * Whether all dependents of the table can be dropped and recreated at cutover: no materialized views, and no
     * {@code SELECT *}, because the column moves to the end.
     */
    private static boolean comeBack(Schema schema, ShadowColumn column) {
        return DependencyGraph.of(schema).dependents(Set.of(ObjectPath.table(column.table()))).stream()
                .allMatch(path -> schema.view(path.owner())
                        .map(view -> !view.materialized() && !SelectStarFinder.in(view.sql()))
                        .orElseGet(() -> schema.object(path.owner())
                                .filter(object -> !SelectStarFinder.in(object.create()))
                                .isPresent()));
    }
}
