package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.TableDdl;
import dev.tenon.schema.internal.derive.TableInheritance;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogNamespace;
import dev.tenon.schema.internal.simulation.ObjectAttribute;
import dev.tenon.schema.internal.simulation.ObjectType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What inheritance means for the statements about a table. A member of both tables is added to the child first, so that
 * the child's is its own, as on an empty database; it is dropped from the parent alone, and then from the child. The
 * server renames and converts a column of the parent together with those of the children, and refuses it for a child.
 */
final class InheritedTables {

    private final PlanContext context;
    private final TableInheritance inheritance;

    InheritedTables(PlanContext context) {
        this.context = context;
        this.inheritance = context.inheritance();
    }

    /** The statement about the table alone, if all its children are tables of the schema, which have their own. */
    Ddl alone(QualifiedName table, Ddl ddl) {
        boolean own = inheritance.hasChildren(table)
                && inheritance.createdDescendants(table).isEmpty();
        return own ? TableDdl.only(table, ddl) : ddl;
    }

    /** Whether a table that the table inherits from has the column. */
    boolean isInherited(QualifiedName table, String column) {
        return parents(table).anyMatch(parent -> parent.column(column).isPresent());
    }

    /** Whether a table that the table inherits from has the check. */
    boolean isInheritedCheck(QualifiedName table, String name) {
        return parents(table)
                .anyMatch(parent -> KeyedLookup.find(parent.constraints(), name)
                        .filter(Constraint.Check.class::isInstance)
                        .isPresent());
    }

    /** The tables below that have the check, parents first. */
    List<QualifiedName> withCheck(QualifiedName table, String name) {
        return inheritance.descendants(table).stream()
                .filter(below -> context.before()
                        .table(below)
                        .flatMap(each -> KeyedLookup.find(each.constraints(), name))
                        .isPresent())
                .toList();
    }

    /** The locks of a statement that the server applies to all tables below, too. */
    Lock[] locks(QualifiedName table) {
        return Stream.concat(Stream.of(table), inheritance.descendants(table).stream())
                .map(each -> StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, each))
                .toArray(Lock[]::new);
    }

    /** The statements with the locks on tables below to which the server applies them, too. */
    List<PlannedStatements> locked(List<PlannedStatements> fragments) {
        if (inheritance.isEmpty()) {
            return fragments;
        }
        return fragments.stream()
                .map(fragment -> new PlannedStatements(
                        fragment.phase(),
                        fragment.statements().stream().map(this::locked).toList(),
                        fragment.alone()))
                .toList();
    }

    private Statement locked(Statement statement) {
        boolean reaches = statement.ddl().effects().stream().anyMatch(InheritedTables::reachesChildren);
        List<Lock> locks = new ArrayList<>(statement.locks());
        if (reaches) {
            for (Lock lock : statement.locks()) {
                inheritance.descendants(lock.table()).stream()
                        .filter(below -> context.before().table(below).isPresent())
                        .map(below -> StatementCollector.lock(lock.level(), below))
                        .filter(each -> !locks.contains(each))
                        .forEach(locks::add);
            }
        }
        return new Statement(statement.ddl(), statement.change(), statement.mode(), locks, statement.cost());
    }

    /** Whether it changes a member of a table and of those that inherit it. */
    private static boolean reachesChildren(CatalogEffect effect) {
        if (effect instanceof CatalogEffect.Create create) {
            return create.object().type() == ObjectType.COLUMN
                    || create.object().type() == ObjectType.GENERATED_COLUMN
                    || (create.object().type() == ObjectType.CONSTRAINT
                            && String.valueOf(create.object().attributes().get(ObjectAttribute.DEFINITION))
                                    .contains(" CHECK ("));
        }
        return effect instanceof CatalogEffect.ChangeType
                || (effect instanceof CatalogEffect.Rename rename
                        && rename.name().namespace() == CatalogNamespace.COLUMN)
                || (effect instanceof CatalogEffect.Alter alter
                        && ((alter.attribute() == ObjectAttribute.NULLABLE && Boolean.FALSE.equals(alter.value()))
                                || alter.attribute() == ObjectAttribute.VALIDATED));
    }

    /** The table and those that inherit from it or that it inherits from, directly or through others. */
    private Set<QualifiedName> tree(QualifiedName table) {
        Set<QualifiedName> tree = new TreeSet<>(Set.of(table));
        List<QualifiedName> open = new ArrayList<>(List.of(table));
        while (!open.isEmpty()) {
            QualifiedName next = open.remove(open.size() - 1);
            Stream.concat(inheritance.parents(next).stream(), inheritance.children(next).stream())
                    .filter(each -> context.before().table(each).isPresent())
                    .filter(tree::add)
                    .forEach(open::add);
        }
        return tree;
    }

    /** The same table for all tables of a tree. */
    QualifiedName root(QualifiedName table) {
        return inheritance.isEmpty() ? table : tree(table).iterator().next();
    }

    /**
     * The changes, with those of members of related tables in an order in which each statement changes its own table:
     * additions to children first, removals from parents first. All others keep their places.
     */
    List<Change> ordered(List<Change> changes) {
        if (inheritance.isEmpty()) {
            return changes;
        }
        List<Integer> places = new ArrayList<>();
        List<Change> members = new ArrayList<>();
        for (int at = 0; at < changes.size(); at++) {
            if (isOfMember(changes.get(at))) {
                places.add(at);
                members.add(changes.get(at));
            }
        }
        members.sort(Comparator.comparingInt(
                change -> (removes(change) ? 1 : -1) * inheritance.depth(change.path().owner())));
        List<Change> ordered = new ArrayList<>(changes);
        for (int at = 0; at < places.size(); at++) {
            ordered.set(places.get(at), members.get(at));
        }
        return ordered;
    }

    private boolean isOfMember(Change change) {
        boolean member = (change instanceof ColumnChange || change instanceof ConstraintChange)
                && !(change instanceof ColumnChange.Rename || change instanceof ConstraintChange.Rename);
        QualifiedName table = change.path().owner();
        return member
                && (inheritance.hasChildren(table) || !inheritance.parents(table).isEmpty());
    }

    private static boolean removes(Change change) {
        return change instanceof ColumnChange.Drop
                || change instanceof ColumnChange.DropNotNull
                || change instanceof ConstraintChange.Drop;
    }

    private Stream<Table> parents(QualifiedName table) {
        return inheritance.parents(table).stream()
                .flatMap(parent -> context.before().table(parent).stream());
    }
}
