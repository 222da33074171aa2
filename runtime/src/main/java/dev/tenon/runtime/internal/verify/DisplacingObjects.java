package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.diff.rename.RenameResolver;
import dev.tenon.schema.internal.sql.ColumnSql;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.SequenceSql;
import dev.tenon.schema.internal.sql.TableSql;
import dev.tenon.schema.internal.sql.ViewSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drops the objects to which a migration gave the former names of objects that it renamed, so that these get their names
 * back. What depends on them goes first; the plan recreates it if it existed before.
 */
final class DisplacingObjects {

    /** The kinds whose objects cannot have the same name as an object of a kind. */
    private static final Map<Kind, List<Kind>> CONFLICTS = Map.of(
            Kind.TABLE, List.of(Kind.TABLE, Kind.VIEW, Kind.SEQUENCE),
            Kind.VIEW, List.of(Kind.TABLE, Kind.SEQUENCE),
            Kind.SEQUENCE, List.of(Kind.TABLE, Kind.VIEW),
            Kind.ENUM, List.of(Kind.TABLE, Kind.VIEW),
            Kind.COLUMN, List.of(Kind.COLUMN));

    private final List<ObjectPath> paths = new ArrayList<>();
    private Schema left;

    /**
     * @param live the live schema
     * @param renames the renames that are in effect
     */
    DisplacingObjects(Schema live, CommittedRenames renames) {
        this.left = live;
        for (ObjectPath former : renames.formerNames()) {
            for (Kind kind : CONFLICTS.getOrDefault(former.kind(), List.of())) {
                ObjectPath occupant = new ObjectPath(kind, former.owner(), former.member());
                if (RenameResolver.isIn(left, occupant)) {
                    drop(occupant);
                }
            }
        }
    }

    private void drop(ObjectPath occupant) {
        if (occupant.member().isEmpty()) {
            dependents(occupant).forEach(this::remove);
        }
        remove(occupant);
    }

    /** Returns the foreign keys and views that depend on a relation, in the order in which they are dropped. */
    private List<ObjectPath> dependents(ObjectPath relation) {
        List<ObjectPath> all = new ArrayList<>();
        for (Table table : left.tables()) {
            table.constraints(Constraint.ForeignKey.class)
                    .filter(reference -> reference.target().equals(relation.owner())
                            && !table.name().equals(relation.owner()))
                    .forEach(reference -> all.add(ObjectPath.constraint(table.name(), reference.name())));
        }
        DependencyGraph dependencies = DependencyGraph.of(left);
        Set<ObjectPath> views = dependencies.dependents(Set.of(relation));
        List<ObjectPath> order = new ArrayList<>(dependencies.order());
        Collections.reverse(order);
        order.stream()
                .filter(at -> at.kind() == Kind.VIEW && views.contains(at) && !at.equals(relation))
                .forEach(all::add);
        return all;
    }

    private void remove(ObjectPath path) {
        paths.add(path);
        QualifiedName name = path.owner();
        left = switch (path.kind()) {
            case TABLE ->
                left.withTables(left.tables().stream()
                        .filter(table -> !table.name().equals(name))
                        .toList());
            case VIEW ->
                left.withViews(left.views().stream()
                        .filter(view -> !view.name().equals(name))
                        .toList());
            case SEQUENCE ->
                left.withSequences(left.sequences().stream()
                        .filter(sequence -> !sequence.name().equals(name))
                        .toList());
            default ->
                left.withTables(left.tables().stream()
                        .map(table -> table.name().equals(name) ? without(table, path) : table)
                        .toList());
        };
    }

    private Table without(Table table, ObjectPath path) {
        return path.kind() == Kind.COLUMN
                ? PrerequisiteDrops.without(left, table, path.member())
                : table.withConstraints(table.constraints().stream()
                        .filter(each -> !each.name().equals(path.member()))
                        .toList());
    }

    /** Returns the schema without the dropped objects. */
    Schema left() {
        return left;
    }

    /**
     * Returns the statements that drop them.
     *
     * @param live the live schema
     */
    List<String> statements(Schema live, LossGuards guards) {
        List<String> statements = new ArrayList<>();
        for (ObjectPath path : paths) {
            statements.addAll(guards.before(path));
            statements.add(
                    switch (path.kind()) {
                        case TABLE -> TableSql.drop(path.owner());
                        case VIEW -> ViewSql.drop(live.view(path.owner()).orElseThrow());
                        case SEQUENCE -> SequenceSql.drop(path.owner());
                        case CONSTRAINT -> ConstraintSql.drop(path.owner(), path.member());
                        default -> ColumnSql.drop(path.owner(), path.member());
                    });
        }
        return statements;
    }

    /** Names the rows and values that are dropped with them. */
    void addTo(ReversalLosses losses, Schema live) throws SQLException {
        for (ObjectPath path : paths) {
            if (path.kind() == Kind.TABLE || path.kind() == Kind.COLUMN) {
                losses.created(path, path, live);
            }
        }
    }
}
