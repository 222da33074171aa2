package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.diff.SequenceChange;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.diff.ViewChange;
import dev.tenon.schema.internal.diff.rename.EnumRename;
import dev.tenon.schema.internal.diff.rename.RoutineRename;
import dev.tenon.schema.internal.diff.rename.TableRename;
import dev.tenon.schema.internal.diff.rename.ViewRename;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Renames objects whose names other new objects take, so that the name is free at once and the old object is dropped
 * last, under its temporary name. So are routines that tables use and that cannot be replaced.
 */
final class MovedAside {

    /** Members first, because their renames name the table. */
    private static final Comparator<ObjectPath> ORDER =
            Comparator.comparing((ObjectPath path) -> path.member().isEmpty()).thenComparing(ObjectPath::toString);

    private final List<Change> changes = new ArrayList<>();
    private Schema schema;

    private MovedAside(Schema schema) {
        this.schema = schema;
    }

    /** Moves the objects aside that lose their names, except indexes that become indexes of constraints. */
    static MovedAside of(PlanContext context) {
        MovedAside moved = new MovedAside(context.before());
        Set<ObjectPath> gone = new TreeSet<>(ORDER);
        Map<CatalogName, Set<ObjectPath>> after = NameOccupants.of(context.after());
        NameOccupants.of(context.before()).forEach((name, owners) -> {
            Set<ObjectPath> losing = new HashSet<>(owners);
            losing.removeAll(after.getOrDefault(name, Set.of()));
            Set<ObjectPath> taking = new HashSet<>(after.getOrDefault(name, Set.of()));
            taking.removeAll(owners);
            if (!losing.isEmpty() && !taking.isEmpty()) {
                gone.addAll(losing);
            }
        });
        for (Table table : context.before().tables()) {
            AdoptedIndexes.of(context, table.name()).forEach((constraint, index) -> {
                if (constraint.equals(index.name())) {
                    gone.remove(ObjectPath.index(table.name(), index.name()));
                }
            });
        }
        gone.forEach(moved::move);
        new ReplacedRoutines(context).movable().forEach(moved::routine);
        return moved;
    }

    /** The renames, in the order in which they are possible. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The schema before, with the objects under their temporary names. */
    Schema schema() {
        return schema;
    }

    private void move(ObjectPath path) {
        QualifiedName owner = path.owner();
        QualifiedName former = owner.withName(TemporaryNames.former(owner.name()));
        switch (path.kind()) {
            case TABLE -> {
                changes.add(new TableChange.Rename(owner, former));
                schema = TableRename.apply(schema, owner, former);
            }
            case VIEW -> {
                changes.add(new ViewChange.Rename(schema.view(owner).orElseThrow(), former));
                schema = ViewRename.apply(schema, owner, former);
            }
            case ENUM -> {
                changes.add(new EnumChange.Rename(owner, former));
                schema = EnumRename.apply(schema, owner, former);
            }
            case SEQUENCE -> {
                changes.add(new SequenceChange.Rename(owner, former));
                schema = schema.withSequences(schema.sequences().stream()
                        .map(each -> each.name().equals(owner) ? each.withName(former) : each)
                        .toList());
            }
            case INDEX -> index(owner, path.member(), TemporaryNames.former(path.member()));
            case CONSTRAINT -> constraint(owner, path.member(), TemporaryNames.former(path.member()));
            default -> {
                // Partitions and SQL-defined types keep their names; the simulation finds what is impossible.
            }
        }
    }

    private void routine(SqlObject routine) {
        QualifiedName name =
                CreateStatement.of(routine.create()).map(CreateStatement::name).orElseThrow();
        SqlObject renamed = RoutineRename.of(routine, name.withName(TemporaryNames.former(name.name())))
                .orElseThrow();
        changes.add(new SqlObjectChange.Rename(routine, renamed));
        schema = RoutineRename.apply(schema, routine, renamed);
    }

    private void index(QualifiedName owner, String name, String former) {
        changes.add(new IndexChange.Rename(owner, name, former));
        schema = schema.withTables(schema.tables().stream()
                        .map(table -> table.name().equals(owner)
                                ? table.withIndexes(renamed(table.indexes(), name, former))
                                : table)
                        .toList())
                .withViews(schema.views().stream()
                        .map(view -> view.name().equals(owner) ? indexed(view, name, former) : view)
                        .toList());
    }

    private static View indexed(View view, String name, String former) {
        return view.withForm(new ViewKind.Materialized(renamed(view.indexes(), name, former)));
    }

    private static List<Index> renamed(List<Index> indexes, String name, String former) {
        return indexes.stream()
                .map(index -> index.name().equals(name) ? index.withName(former) : index)
                .toList();
    }

    private void constraint(QualifiedName owner, String name, String former) {
        changes.add(new ConstraintChange.Rename(owner, name, former));
        schema = schema.withTables(schema.tables().stream()
                .map(table -> table.name().equals(owner)
                        ? table.withConstraints(table.constraints().stream()
                                .map((Constraint each) -> each.name().equals(name) ? each.withName(former) : each)
                                .toList())
                        : table)
                .toList());
    }
}
