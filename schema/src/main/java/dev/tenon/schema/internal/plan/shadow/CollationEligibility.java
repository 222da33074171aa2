package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.derive.TableInheritance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that can get another collation without a rewrite of their table and without building an index under a lock.
 * PostgreSQL takes over an index whose keys have the new collation already, unless it has expressions or a condition, or
 * belongs to a partitioned table.
 */
final class CollationEligibility {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "bpchar");

    private final Schema before;
    private final Schema after;
    private final MigrationHints hints;
    private final TableInheritance inheritance;

    CollationEligibility(Schema before, Schema after, MigrationHints hints, TableInheritance inheritance) {
        this.before = before;
        this.after = after;
        this.hints = hints;
        this.inheritance = inheritance;
    }

    /** The columns that can, and that share no index, key or check with a column that cannot. */
    List<ShadowColumn> apart(List<ShadowColumn> columns) {
        List<ShadowColumn> can =
                new ArrayList<>(columns.stream().filter(this::allows).toList());
        boolean less = !can.isEmpty();
        while (less) {
            Set<ObjectPath> others = new HashSet<>();
            columns.stream().filter(column -> !can.contains(column)).forEach(column -> others.addAll(members(column)));
            less = can.removeIf(column -> members(column).stream().anyMatch(others::contains));
        }
        return can;
    }

    private Set<ObjectPath> members(ShadowColumn column) {
        ShadowDependents dependents = ShadowDependents.of(after, ShadowEligibility.alone(column));
        Set<ObjectPath> members = new HashSet<>();
        dependents
                .indexes()
                .forEach(each ->
                        members.add(ObjectPath.index(each.table(), each.object().name())));
        dependents
                .constraints()
                .forEach(each -> members.add(
                        ObjectPath.constraint(each.table(), each.object().name())));
        return members;
    }

    private boolean allows(ShadowColumn column) {
        Column old = column.before();
        Column fresh = column.after();
        return old.type().equals(fresh.type())
                && !old.collation().equals(fresh.collation())
                && fresh.type() instanceof ColumnType.Builtin builtin
                && TEXTS.contains(builtin.name())
                && !hints.conversions().containsKey(column.path())
                && !old.generated()
                && !fresh.generated()
                && allowsDependents(column);
    }

    private boolean allowsDependents(ShadowColumn column) {
        ShadowDependents old = ShadowDependents.of(before, ShadowEligibility.alone(column));
        ShadowDependents fresh = ShadowDependents.of(after, ShadowEligibility.alone(column));
        Table table = after.table(column.table()).orElseThrow();
        boolean sorted = !fresh.indexes().isEmpty()
                || !fresh.constraints(Constraint.PrimaryKey.class).isEmpty()
                || !fresh.constraints(Constraint.Unique.class).isEmpty();
        boolean partitioned = table.partitioning().isPresent()
                || before.table(column.table()).flatMap(Table::partitioning).isPresent();
        return !old.more()
                && !fresh.more()
                && old.indexes().equals(fresh.indexes())
                && old.constraints().equals(fresh.constraints())
                && fresh.constraints(Constraint.Exclusion.class).isEmpty()
                && fresh.constraints(Constraint.ForeignKey.class).isEmpty()
                && !(sorted && partitioned)
                && table.indexes().stream().allMatch(index -> allows(index, column, fresh))
                && !inheritance.hasChildren(column.table())
                && inheritance.parents(column.table()).isEmpty()
                && !isReadByMaterializedView(column.table());
    }

    private static boolean allows(Index index, ShadowColumn column, ShadowDependents dependents) {
        boolean plain = index.where().isEmpty()
                && index.keys().stream().allMatch(key -> key.column().isPresent());
        return plain
                ? index.keys().stream().allMatch(key -> allows(key, column))
                : dependents.indexes().stream()
                        .noneMatch(each -> each.object().name().equals(index.name()));
    }

    /** A collation that is written, and is that of the column, is not told from that of the column. */
    private static boolean allows(IndexKey key, ShadowColumn column) {
        Optional<QualifiedName> written = key.collation();
        return written.isEmpty()
                || key.column().filter(column.name()::equals).isEmpty()
                || (!written.equals(collation(column.before())) && !written.equals(collation(column.after())));
    }

    private static Optional<QualifiedName> collation(Column column) {
        return Optional.of(column.collation().orElse(CollationGroup.DEFAULT));
    }

    private boolean isReadByMaterializedView(QualifiedName table) {
        return !before.views().isEmpty()
                && DependencyGraph.of(before).dependents(Set.of(ObjectPath.table(table))).stream()
                        .flatMap(path -> before.view(path.owner()).stream())
                        .anyMatch(View::materialized);
    }
}
