package dev.tenon.schema.internal.derive;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.InheritStatement;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Which tables inherit from which, as SQL-defined objects of a schema declare it. The server applies many changes of a
 * parent to its children, and refuses some changes of a child.
 *
 * @param links the links, in the order of their objects
 */
public record TableInheritance(List<Link> links) {

    /** No table inherits. */
    public static final TableInheritance NONE = new TableInheritance(List.of());

    /**
     * One table that inherits from one other.
     *
     * @param child the table that inherits
     * @param parent the table that it inherits from
     * @param object the SQL-defined object that declares it
     * @param creates whether the object creates the child, which is no table of the schema then
     */
    public record Link(QualifiedName child, QualifiedName parent, QualifiedName object, boolean creates) {

        /** Whether both connect the same tables. */
        public boolean isSame(Link other) {
            return child.equals(other.child) && parent.equals(other.parent);
        }
    }

    public TableInheritance {
        links = List.copyOf(links);
    }

    /**
     * The links that a schema declares.
     *
     * @param renamed the present name of a table in a statement
     */
    public static TableInheritance of(Schema schema, UnaryOperator<QualifiedName> renamed) {
        List<Link> links = schema.objects().stream()
                .flatMap(object -> of(object).stream())
                .map(link -> new Link(
                        renamed.apply(link.child), renamed.apply(link.parent), link.object, link.creates))
                .toList();
        return links.isEmpty() ? NONE : new TableInheritance(links);
    }

    /** The links that an object declares, with the names in its statements. */
    public static List<Link> of(SqlObject object) {
        return InheritStatement.in(object.create()).stream()
                .flatMap(statement -> statement.parents().stream()
                        .map(parent -> new Link(statement.child(), parent, object.name(), statement.creates())))
                .toList();
    }

    /** The links that another schema has, too. */
    public TableInheritance retain(TableInheritance other) {
        return new TableInheritance(links.stream().filter(other::has).toList());
    }

    /** The links that another schema does not have. */
    public TableInheritance without(TableInheritance other) {
        return new TableInheritance(
                links.stream().filter(link -> !other.has(link)).toList());
    }

    public boolean isEmpty() {
        return links.isEmpty();
    }

    public boolean hasChildren(QualifiedName table) {
        return links.stream().anyMatch(link -> link.parent.equals(table));
    }

    /** The tables that the table inherits from directly. */
    public List<QualifiedName> parents(QualifiedName table) {
        return links.stream()
                .filter(link -> link.child.equals(table))
                .map(Link::parent)
                .toList();
    }

    /** The tables that inherit from the table directly. */
    public List<QualifiedName> children(QualifiedName table) {
        return links.stream()
                .filter(link -> link.parent.equals(table))
                .map(Link::child)
                .toList();
    }

    /** The tables that inherit from the table, directly or through others, parents first. */
    public Set<QualifiedName> descendants(QualifiedName table) {
        Set<QualifiedName> found = new LinkedHashSet<>();
        collect(table, found);
        found.remove(table);
        return Collections.unmodifiableSet(found);
    }

    private void collect(QualifiedName table, Set<QualifiedName> found) {
        children(table).stream().filter(found::add).forEach(child -> collect(child, found));
    }

    /** The children of the table that objects create, so that the schema does not know their columns. */
    public Set<QualifiedName> createdDescendants(QualifiedName table) {
        Set<QualifiedName> below = descendants(table);
        Set<QualifiedName> created = new TreeSet<>();
        links.stream().filter(link -> link.creates && below.contains(link.child)).forEach(link -> created.add(link.child));
        return created;
    }

    /** The number of tables above the table, on the longest way; a parent has a lower one than its children. */
    public int depth(QualifiedName table) {
        return links.isEmpty() ? 0 : depth(table, new TreeSet<>());
    }

    /** Orders things of tables so that those of children come before those of their parents. */
    public <T> Comparator<T> childrenFirst(Function<T, QualifiedName> table) {
        return Comparator.comparingInt(each -> -depth(table.apply(each)));
    }

    private int depth(QualifiedName table, Set<QualifiedName> below) {
        if (!below.add(table)) {
            return 0;
        }
        int depth = parents(table).stream()
                .mapToInt(parent -> 1 + depth(parent, below))
                .max()
                .orElse(0);
        below.remove(table);
        return depth;
    }

    private boolean has(Link link) {
        return links.stream().anyMatch(link::isSame);
    }
}
