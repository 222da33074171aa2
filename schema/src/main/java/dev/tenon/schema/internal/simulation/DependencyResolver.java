package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogObject.Edge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the objects of the simulated catalogs that dependencies are on, and connects those that have them. */
final class DependencyResolver {

    private final CatalogRegistry registry;
    /** The names in the new schema, while the plan runs. */
    private Set<CatalogName> expected = Set.of();

    private final Set<QualifiedName> expectedRoutines = new HashSet<>();

    DependencyResolver(CatalogRegistry registry) {
        this.registry = registry;
    }

    /** From now on, what an expression names must exist if the new schema has it. */
    void expect(Set<CatalogName> names) {
        expected = names;
        names.stream()
                .filter(name -> name.namespace() == CatalogNamespace.ROUTINE)
                .forEach(name -> expectedRoutines.add(name.owner()));
    }

    /** Adds the dependencies of an object as its definition says. */
    void connect(CatalogObject object, ObjectDefinition definition) throws RefusedEffectException {
        for (Map.Entry<ObjectAttribute, List<Dependency>> each :
                definition.dependencies().entrySet()) {
            connect(object, each.getKey(), each.getValue());
        }
        List<CatalogObject> key = new ArrayList<>();
        for (String column : definition.key()) {
            Optional<CatalogObject> found = keyColumn(object, column);
            found.ifPresent(key::add);
        }
        object.key(key.size() == definition.key().size() ? key : List.of());
    }

    /** Adds dependencies that are found by the current names. */
    void connectAlso(CatalogObject object, ObjectDefinition definition) throws RefusedEffectException {
        for (Map.Entry<ObjectAttribute, List<Dependency>> each :
                definition.dependencies().entrySet()) {
            List<Edge> edges = object.dependencies().computeIfAbsent(each.getKey(), any -> new ArrayList<>());
            for (Dependency dependency : each.getValue()) {
                for (CatalogObject on : resolve(dependency)) {
                    if (on != object && edges.stream().noneMatch(edge -> edge.on() == on)) {
                        Edge edge = new Edge(object, on, dependency.type());
                        edges.add(edge);
                        on.dependents().add(edge);
                    }
                }
            }
        }
    }

    /** A column of the table that the object is a member of, by way of its dependencies. */
    private static Optional<CatalogObject> keyColumn(CatalogObject object, String column) {
        return object.dependencies().values().stream()
                .flatMap(List::stream)
                .map(Edge::on)
                .filter(on ->
                        on.type() == ObjectType.COLUMN && on.name().member().equals(column))
                .findFirst();
    }

    /** Gives an attribute of an object other dependencies. */
    void connect(CatalogObject object, ObjectAttribute attribute, List<Dependency> needed)
            throws RefusedEffectException {
        List<Edge> edges = new ArrayList<>();
        for (Dependency dependency : needed) {
            for (CatalogObject on : resolve(dependency)) {
                if (on != object) {
                    edges.add(new Edge(object, on, dependency.type()));
                }
            }
        }
        List<Edge> former = object.dependencies().put(attribute, edges);
        if (former != null) {
            former.forEach(edge -> edge.on().dependents().remove(edge));
        }
        edges.forEach(edge -> edge.on().dependents().add(edge));
    }

    /** What the dependency is on; nothing if it need not exist and does not. */
    Collection<CatalogObject> resolve(Dependency dependency) throws RefusedEffectException {
        Collection<CatalogObject> found;
        if (dependency.on() instanceof CatalogName name) {
            CatalogObject object = registry.object(columnOwner(name)).orElse(null);
            found = object == null ? List.of() : List.of(object);
        } else if (dependency.on() instanceof DependencyTarget.Overloads overloads) {
            found = registry.routines(overloads.name());
        } else if (dependency.on() instanceof DependencyTarget.PrimaryKey key) {
            found = primaryKey(key);
        } else {
            found = uniqueKey((DependencyTarget.UniqueKey) dependency.on());
        }
        if (found.isEmpty() && (dependency.required() || (dependency.expected() && isExpected(dependency.on())))) {
            throw new RefusedEffectException(dependency.on() + " does not exist");
        }
        return found;
    }

    private boolean isExpected(DependencyTarget target) {
        return target instanceof DependencyTarget.Overloads overloads
                ? expectedRoutines.contains(overloads.name())
                : target instanceof CatalogName name && expected.contains(name);
    }

    /** The columns of a partition are those of its table. */
    private CatalogName columnOwner(CatalogName name) {
        if (name.namespace() != CatalogNamespace.COLUMN || registry.has(name)) {
            return name;
        }
        CatalogObject relation =
                registry.object(CatalogName.relation(name.owner())).orElse(null);
        return relation == null
                ? name
                : relation.dependencies().values().stream()
                        .flatMap(List::stream)
                        .filter(edge -> edge.type() == DependencyType.COLUMNS)
                        .findFirst()
                        .map(edge -> columnOwner(name.withOwner(edge.on().name().owner())))
                        .orElse(name);
    }

    private List<CatalogObject> uniqueKey(DependencyTarget.UniqueKey key) {
        CatalogObject table = registry.object(CatalogName.relation(key.table())).orElse(null);
        if (table == null) {
            return List.of();
        }
        List<CatalogObject> fitting = table.dependents().stream()
                .map(Edge::from)
                .filter(object -> !object.key().isEmpty()
                        && object.key().size() == key.columns().size()
                        && object.key().stream()
                                .allMatch(column ->
                                        key.columns().contains(column.name().member())))
                .sorted(Comparator.comparingInt(CatalogObject::age))
                .toList();
        // A schema does not tell which of its own indexes is older.
        List<CatalogObject> old =
                fitting.stream().filter(CatalogObject::existing).toList();
        return old.isEmpty() ? fitting.stream().limit(1).toList() : old;
    }

    private List<CatalogObject> primaryKey(DependencyTarget.PrimaryKey key) {
        CatalogObject table = registry.object(CatalogName.relation(key.table())).orElse(null);
        if (table == null) {
            return List.of();
        }
        return table.dependents().stream()
                .map(Edge::from)
                .filter(object -> object.type() == ObjectType.CONSTRAINT
                        && isPrimaryKey(object.attributes())
                        && object.key().stream()
                                .allMatch(column ->
                                        key.words().contains(column.name().member())))
                .toList();
    }

    /** Whether these are the attributes of a primary key. */
    static boolean isPrimaryKey(Map<ObjectAttribute, Object> attributes) {
        return String.valueOf(attributes.get(ObjectAttribute.DEFINITION)).contains(" PRIMARY KEY (");
    }
}
