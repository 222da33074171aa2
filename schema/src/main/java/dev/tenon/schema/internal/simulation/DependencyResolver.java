package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.internal.simulation.CatalogObject.Edge;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the objects of the simulated catalogs that dependencies are on. */
final class DependencyResolver {

    private final CatalogRegistry registry;

    DependencyResolver(CatalogRegistry registry) {
        this.registry = registry;
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
        if (found.isEmpty() && dependency.required()) {
            throw new RefusedEffectException(dependency.on() + " does not exist");
        }
        return found;
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
                        && isPrimaryKey(object)
                        && object.key().stream()
                                .allMatch(column ->
                                        key.words().contains(column.name().member())))
                .toList();
    }

    /** Whether it is a primary key. */
    static boolean isPrimaryKey(CatalogObject object) {
        return String.valueOf(object.attributes().get(ObjectAttribute.DEFINITION))
                .contains(" PRIMARY KEY (");
    }
}
