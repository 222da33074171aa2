package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.TableInheritance;
import dev.tenon.schema.internal.derive.TableInheritance.Link;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A table that inherits from another one has the other's columns and checks, and PostgreSQL changes them only together:
 * a change of one of the tables alone would stop half-way.
 */
final class InheritedTableChange implements HazardRule {

    private static final String TYPE = "type";
    private static final String APART =
            "end the inheritance in this migration by removing its SQL-defined object, and declare it again in the next one";

    @Override
    public String code() {
        return "TN418";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        TableInheritance after = context.inheritanceAfter();
        if (after.isEmpty() && context.inheritance().isEmpty()) {
            return;
        }
        Set<QualifiedName> changed =
                changes.stream().map(change -> change.path().owner()).collect(Collectors.toSet());
        for (Link link : after.links()) {
            boolean concerned = changed.contains(link.child())
                    || changed.contains(link.parent())
                    || changed.contains(link.object());
            Optional<Table> child = context.after().table(link.child());
            Optional<Table> parent = context.after().table(link.parent());
            if (concerned && child.isPresent() && parent.isPresent()) {
                columns(child.get(), parent.get(), findings);
                checks(child.get(), parent.get(), findings);
            }
        }
        for (Change change : changes) {
            if (change instanceof ColumnChange.Add add) {
                identity(add, context, findings);
            } else if (change instanceof ColumnChange.Rename rename) {
                rename(rename, changes, context, findings);
            } else if (change instanceof ColumnChange.SetType set
                    && !context.shadows().replaces(set.table(), set.after().name())) {
                alone(set, set.table(), set.after().name(), context, findings);
            } else if (change instanceof ColumnChange.Drop drop) {
                ofUnknownParent(drop, drop.table(), context, findings);
            }
        }
    }

    private void columns(Table child, Table parent, Consumer<Finding> findings) {
        for (Column column : parent.columns()) {
            Optional<Column> own = child.column(column.name());
            if (own.isEmpty()) {
                findings.accept(error(
                        ObjectPath.table(child.name()),
                        "name",
                        inherits(child, parent) + ", but has no column " + column.name(),
                        "declare the column in both entities, or in none"));
                continue;
            }
            String different = difference(own.get(), column);
            if (!different.isEmpty()) {
                findings.accept(error(
                        ObjectPath.column(child.name(), column.name()),
                        TYPE,
                        inherits(child, parent) + ", but its column " + column.name() + " differs: " + different,
                        "declare the column alike in both entities"));
            }
        }
    }

    private static String difference(Column own, Column ofParent) {
        if (!own.type().equals(ofParent.type())) {
            return "it is of type " + own.type() + " instead of " + ofParent.type();
        }
        if (!own.collation().equals(ofParent.collation())) {
            return "it has another collation";
        }
        if (own.nullable() && !ofParent.nullable()) {
            return "it is nullable";
        }
        return own.generated() != ofParent.generated() ? "only one of them is generated" : "";
    }

    private void checks(Table child, Table parent, Consumer<Finding> findings) {
        parent.constraints(Constraint.Check.class)
                .filter(check -> KeyedLookup.find(child.constraints(), check.name())
                        .filter(own -> own instanceof Constraint.Check same
                                && same.expression().equals(check.expression()))
                        .isEmpty())
                .forEach(check -> findings.accept(error(
                        ObjectPath.table(child.name()),
                        "name",
                        inherits(child, parent) + ", but not its check " + check.name(),
                        "declare a check of the same name and expression in both entities")));
    }

    private void identity(ColumnChange.Add add, PlanContext context, Consumer<Finding> findings) {
        boolean numbered = add.column()
                .defaultValue()
                .filter(ColumnDefault.Identity.class::isInstance)
                .isPresent();
        if (numbered && context.inheritance().hasChildren(add.table())) {
            findings.accept(error(
                    add.path(),
                    "identity",
                    "PostgreSQL cannot add an identity column to table "
                            + add.table().display() + ", from which other tables inherit",
                    "add the column without @Identity and with @Backfill, and add @Identity in the next migration"));
        }
    }

    private void rename(
            ColumnChange.Rename rename, List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        alone(rename, rename.table(), rename.after(), context, findings);
        for (QualifiedName related : related(rename.table(), context.inheritance())) {
            boolean has = context.before().table(related).isPresent()
                    && changes.stream()
                            .noneMatch(change -> change instanceof ColumnChange.Rename other
                                    && other.table().equals(related)
                                    && other.before().equals(rename.before())
                                    && other.after().equals(rename.after()))
                    && hadColumn(related, rename.before(), changes, context);
            boolean parent = context.inheritance().parents(rename.table()).contains(related);
            if (has) {
                QualifiedName other = parent ? rename.table() : related;
                findings.accept(error(
                        ObjectPath.table(related),
                        "name",
                        "column " + rename.before() + " of " + rename.table().display() + " is renamed to "
                                + rename.after() + ", but not that of " + related.display() + ", although "
                                + other.display() + " inherits it",
                        "add @RenamedFrom(\"" + rename.before() + "\") in both entities"));
            }
        }
    }

    private static List<QualifiedName> related(QualifiedName table, TableInheritance inheritance) {
        List<QualifiedName> parents = inheritance.parents(table);
        return parents.isEmpty() ? inheritance.children(table) : parents;
    }

    /** Whether the table has the column under this name until the migration. */
    private static boolean hadColumn(
            QualifiedName table, String name, List<Change> changes, PlanContext context) {
        boolean renamed = changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.Rename other
                        && other.table().equals(table)
                        && other.before().equals(name));
        boolean taken = changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.Rename other
                        && other.table().equals(table)
                        && other.after().equals(name));
        return renamed
                || (!taken
                        && context.before()
                                .table(table)
                                .flatMap(each -> each.column(name))
                                .isPresent());
    }

    /** The server changes a column of a table and all that inherit it, unless one of those inherits it twice. */
    private void alone(
            ColumnChange change,
            QualifiedName table,
            String column,
            PlanContext context,
            Consumer<Finding> findings) {
        TableInheritance inheritance = context.inheritance();
        ofUnknownParent(change, table, context, findings);
        Set<QualifiedName> below = inheritance.descendants(table);
        boolean root = inheritance.parents(table).stream().noneMatch(parent -> has(parent, column, context));
        for (QualifiedName child : below) {
            Optional<QualifiedName> other = inheritance.parents(child).stream()
                    .filter(parent -> !parent.equals(table) && !below.contains(parent) && has(parent, column, context))
                    .findFirst();
            if (root && other.isPresent()) {
                findings.accept(error(
                        change.path(),
                        TYPE,
                        "column " + change.path().display() + " cannot change, because " + child.display()
                                + " inherits it from " + other.get().display() + ", too",
                        APART));
            }
        }
    }

    private static boolean has(QualifiedName table, String column, PlanContext context) {
        return context.before().table(table).flatMap(each -> each.column(column)).isPresent();
    }

    private void ofUnknownParent(
            ColumnChange change, QualifiedName table, PlanContext context, Consumer<Finding> findings) {
        context.inheritance().parents(table).stream()
                .filter(parent -> context.before().table(parent).isEmpty())
                .findFirst()
                .ifPresent(parent -> findings.accept(error(
                        change.path(),
                        TYPE,
                        "column " + change.path().display() + " cannot change, because " + table.display()
                                + " inherits from " + parent.display()
                                + ", which has no entity, so that its columns are unknown",
                        "declare an entity for " + parent.display() + ", or " + APART)));
    }

    private static String inherits(Table child, Table parent) {
        return "table " + child.name().display() + " inherits from "
                + parent.name().display();
    }

    private Finding error(ObjectPath at, String attribute, String problem, String remedy) {
        return Finding.error(code(), at, attribute, problem, remedy);
    }
}
