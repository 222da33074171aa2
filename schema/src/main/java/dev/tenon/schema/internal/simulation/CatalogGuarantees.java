package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What tables and views guarantee to their users both before and after a migration: constraints on new rows, policies
 * and privileges. It must hold after every step. A constraint that is not validated counts, because it holds for new
 * rows.
 */
public final class CatalogGuarantees {

    /**
     * A table or view that exists before and after.
     *
     * @param name its name afterwards
     * @param object the object that had that name at first
     * @param guarantees what it guarantees
     */
    private record Relation(QualifiedName name, CatalogObject object, Set<Object> guarantees) {}

    /**
     * A guarantee of a kind.
     *
     * @param kind what it is, for messages
     * @param detail what it is about
     */
    private record Guarantee(String kind, Object detail) {
        @Override
        public String toString() {
            return kind + " " + detail;
        }
    }

    private final Map<QualifiedName, Relation> byName = new HashMap<>();
    private final Map<CatalogObject, Relation> byObject = new HashMap<>();
    private final Map<CatalogObject, String> columns = new HashMap<>();

    private CatalogGuarantees() {}

    /**
     * The guarantees of both catalogs.
     *
     * @param before the catalogs before, in which renamed objects have their new names
     * @param after the catalogs after
     */
    public static CatalogGuarantees of(SimulatedCatalog before, SimulatedCatalog after) {
        CatalogGuarantees common = new CatalogGuarantees();
        List<CatalogName> names = before.names().stream()
                .filter(name -> name.namespace() == CatalogNamespace.RELATION)
                .sorted(Comparator.comparing(CatalogName::owner))
                .toList();
        for (CatalogName name : names) {
            Optional<CatalogObject> now = after.object(name).filter(CatalogGuarantees::holdsRows);
            Optional<CatalogObject> was = before.object(name).filter(CatalogGuarantees::holdsRows);
            if (now.isPresent() && was.isPresent()) {
                common.add(before, was.get(), after, now.get());
            }
        }
        return common;
    }

    /**
     * The guarantees that do not hold at one point of the migration, each with its table or view.
     *
     * @param touched the tables and views that may have lost some
     */
    public List<String> missing(SimulatedCatalog catalog, Set<QualifiedName> touched) {
        List<String> missing = new ArrayList<>();
        for (Relation relation : relations(catalog, touched)) {
            Optional<CatalogObject> current = catalog.object(relation.object.name())
                    .filter(object -> object == relation.object)
                    .or(() -> catalog.object(CatalogName.relation(relation.name)));
            Set<Object> left = new HashSet<>(relation.guarantees);
            current.ifPresent(object -> left.removeAll(of(catalog, object)));
            left.stream()
                    .map(Object::toString)
                    .sorted()
                    .forEach(guarantee -> missing.add(guarantee + " of " + relation.name.display()));
        }
        return missing;
    }

    /** The relations that have one of the names, or are to have it at the end. */
    private Collection<Relation> relations(SimulatedCatalog catalog, Set<QualifiedName> names) {
        Map<QualifiedName, Relation> found = new TreeMap<>();
        for (QualifiedName name : names) {
            Optional.ofNullable(byName.get(name)).ifPresent(relation -> found.put(relation.name, relation));
            Optional<CatalogObject> current = catalog.object(CatalogName.relation(name));
            if (current.isPresent()) {
                current.map(byObject::get).ifPresent(relation -> found.put(relation.name, relation));
            } else {
                // It was dropped before it got its name at the end.
                byName.values().stream()
                        .filter(relation -> relation.object.name().owner().equals(name))
                        .forEach(relation -> found.put(relation.name, relation));
            }
        }
        return found.values();
    }

    private void add(SimulatedCatalog before, CatalogObject was, SimulatedCatalog after, CatalogObject now) {
        for (CatalogObject member : before.members(was.name().owner())) {
            if (member.type() == ObjectType.COLUMN) {
                columns.put(member, member.name().member());
            }
        }
        Set<Object> both = of(before, was);
        both.retainAll(of(after, now));
        if (!both.isEmpty()) {
            Relation relation = new Relation(now.name().owner(), was, both);
            byName.put(relation.name, relation);
            byObject.put(was, relation);
        }
    }

    private Set<Object> of(SimulatedCatalog catalog, CatalogObject relation) {
        Set<Object> found = new HashSet<>();
        if (Boolean.TRUE.equals(relation.attributes().get(ObjectAttribute.ROW_SECURITY))) {
            found.add(new Guarantee("row-level security", ""));
        }
        if (Boolean.TRUE.equals(relation.attributes().get(ObjectAttribute.FORCED_ROW_SECURITY))) {
            found.add(new Guarantee("row-level security for the owner", ""));
        }
        for (CatalogObject member : catalog.members(relation.name().owner())) {
            member(member).ifPresent(found::add);
        }
        found.addAll(ofAllPartitions(catalog, relation));
        for (CatalogObject.Edge edge : relation.dependents()) {
            if (!edge.from().key().isEmpty()) {
                found.add(new Guarantee("uniqueness", unique(edge.from())));
            } else if (edge.from().type() == ObjectType.INDEX) {
                String index = String.valueOf(edge.from().attributes().get(ObjectAttribute.DEFINITION));
                if (index.startsWith("CREATE UNIQUE ")) {
                    found.add(new Guarantee("unique index", index));
                }
            }
        }
        return found;
    }

    /** The constraints that every partition has apply to all rows of the table. */
    private Set<Object> ofAllPartitions(SimulatedCatalog catalog, CatalogObject relation) {
        List<Set<Object>> each = relation.dependents().stream()
                .filter(edge ->
                        edge.type() == DependencyType.COLUMNS && edge.from().type() == ObjectType.PARTITION)
                .map(edge -> catalog.members(edge.from().name().owner()).stream()
                        .filter(member -> member.type() == ObjectType.CONSTRAINT)
                        .flatMap(member -> member(member).stream())
                        .collect(Collectors.toSet()))
                .toList();
        Set<Object> common = new HashSet<>(each.isEmpty() ? Set.of() : each.get(0));
        each.forEach(common::retainAll);
        return common;
    }

    private Optional<Object> member(CatalogObject member) {
        Object definition = member.attributes().get(ObjectAttribute.DEFINITION);
        return switch (member.type()) {
            case COLUMN ->
                Boolean.FALSE.equals(member.attributes().get(ObjectAttribute.NULLABLE))
                        ? Optional.of(new Guarantee("NOT NULL", column(member)))
                        : Optional.empty();
            case CONSTRAINT ->
                !member.key().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Guarantee("constraint", String.valueOf(definition)));
            case POLICY -> Optional.of(new Guarantee("policy", String.valueOf(definition)));
            case PRIVILEGE ->
                Optional.of(new Guarantee("privilege", member.name().member()));
            default -> Optional.empty();
        };
    }

    private Set<String> unique(CatalogObject key) {
        Set<String> names = new TreeSet<>();
        key.key().forEach(column -> names.add(column(column)));
        return names;
    }

    /** The name of a column after the renames of the migration. */
    private String column(CatalogObject column) {
        return columns.getOrDefault(column, column.name().member());
    }

    private static boolean holdsRows(CatalogObject object) {
        return object.type() == ObjectType.TABLE
                || object.type() == ObjectType.PARTITION
                || object.type() == ObjectType.VIEW;
    }
}
