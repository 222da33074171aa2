package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.derive.TableInheritance;
import dev.tenon.schema.internal.derive.TableInheritance.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Columns that a table has in common with the tables that it inherits from. Shadow columns replace all of them in one
 * transaction, in which the table does not inherit, or none.
 */
public final class InheritedColumns {

    private final Schema before;
    private final TableInheritance inheritance;

    public InheritedColumns(Schema before, TableInheritance inheritance) {
        this.before = before;
        this.inheritance = inheritance;
    }

    /** The columns without those that a related table has, too, where no shadow column can replace it. */
    List<ShadowColumn> whole(List<ShadowColumn> allowed) {
        List<ShadowColumn> left = new ArrayList<>(allowed);
        boolean removed = !inheritance.isEmpty();
        while (removed) {
            removed = left.removeIf(column -> !isWhole(column, List.copyOf(left)));
        }
        return left;
    }

    private boolean isWhole(ShadowColumn column, List<ShadowColumn> all) {
        return inheritance.links().stream()
                .allMatch(link -> !has(link, column)
                        || (isIn(all, link.child(), column.name()) && isIn(all, link.parent(), column.name())));
    }

    /** Whether both tables have the column, as far as the schema knows them. */
    private boolean has(Link link, ShadowColumn column) {
        boolean ofParent = column.table().equals(link.parent());
        boolean ofChild = column.table().equals(link.child())
                && before.table(link.parent())
                        .map(parent -> parent.column(column.name()).isPresent())
                        .orElse(true);
        return ofParent || ofChild;
    }

    private static boolean isIn(List<ShadowColumn> columns, QualifiedName table, String name) {
        return columns.stream()
                .anyMatch(column -> column.table().equals(table) && column.name().equals(name));
    }

    /** The links whose tables have some of the columns in common, with the other links of their objects. */
    public List<Link> links(List<ShadowColumn> columns) {
        Set<QualifiedName> objects = inheritance.links().stream()
                .filter(link -> columns.stream()
                        .filter(column -> column.table().equals(link.parent()))
                        .anyMatch(column -> isIn(columns, link.child(), column.name())))
                .map(Link::object)
                .collect(Collectors.toSet());
        return inheritance.links().stream()
                .filter(link -> objects.contains(link.object()))
                .toList();
    }

    /** The same links by their objects. */
    public Map<QualifiedName, List<Link>> byObject(List<ShadowColumn> columns) {
        return links(columns).stream()
                .collect(Collectors.groupingBy(Link::object, TreeMap::new, Collectors.toList()));
    }
}
