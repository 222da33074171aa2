package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.internal.simulation.CatalogObject.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogs of a database at one point of a migration. It refuses what PostgreSQL refuses: names that are taken,
 * objects that do not exist, and drops and changes that others depend on. It knows nothing of rows and privileges.
 */
public final class SimulatedCatalog {

    private final CatalogRegistry registry = new CatalogRegistry();
    private final DependencyResolver resolver = new DependencyResolver(registry);
    private final ObjectRenaming renaming = new ObjectRenaming(registry);
    private final Set<QualifiedName> touched = new HashSet<>();
    private int created;

    /** Adds objects that exist before the migration, without their dependencies. */
    public void declare(Collection<ObjectDefinition> definitions) throws RefusedEffectException {
        for (ObjectDefinition definition : definitions) {
            add(definition, true);
        }
    }

    /** Adds the dependencies of declared objects. */
    public void connect(Collection<ObjectDefinition> definitions) throws RefusedEffectException {
        // A foreign key depends on a key of another object, which has its columns only when it is connected.
        List<ObjectDefinition> references = new ArrayList<>();
        for (ObjectDefinition definition : definitions) {
            if (definition.refersToKey()) {
                references.add(definition);
            } else {
                connect(registry.find(definition.name()), definition);
            }
        }
        for (ObjectDefinition definition : references) {
            connect(registry.find(definition.name()), definition);
        }
    }

    /**
     * Changes the catalogs.
     *
     * @param effect the effect of a statement
     * @throws RefusedEffectException if the server would refuse the statement
     */
    public void apply(CatalogEffect effect) throws RefusedEffectException {
        if (effect instanceof CatalogEffect.Create create) {
            connect(add(create.object(), false), create.object());
        } else if (effect instanceof CatalogEffect.Drop drop) {
            drop(drop);
        } else if (effect instanceof CatalogEffect.Rename rename) {
            renaming.rename(registry.find(rename.name()), rename.name(), rename.after());
        } else if (effect instanceof CatalogEffect.Alter alter) {
            alter(registry.find(alter.name()), alter);
        } else if (effect instanceof CatalogEffect.ChangeType change) {
            changeType(registry.find(change.column()), change);
        } else if (effect instanceof CatalogEffect.Adopt adopt) {
            adopt(registry.find(adopt.index()), adopt.constraint());
        } else if (effect instanceof CatalogEffect.Attach attach) {
            attach(registry.find(attach.part()), registry.find(attach.whole()));
        } else if (effect instanceof CatalogEffect.Detach detach) {
            detach(registry.find(detach.partition()));
        } else if (effect instanceof CatalogEffect.Use use) {
            resolver.resolve(Dependency.required(use.target(), DependencyType.REFERENCE));
        }
    }

    /** Whether an object has the name. */
    public boolean has(CatalogName name) {
        return registry.has(name);
    }

    /** The names in use. */
    Set<CatalogName> names() {
        return registry.names();
    }

    /** The object of the name. */
    Optional<CatalogObject> object(CatalogName name) {
        return registry.object(name);
    }

    /** The columns, constraints, policies and so on of a table, view or type. */
    Set<CatalogObject> members(QualifiedName owner) {
        return registry.members(owner);
    }

    private CatalogObject add(ObjectDefinition definition, boolean existing) throws RefusedEffectException {
        CatalogObject object = new CatalogObject(definition, created++, existing);
        registry.add(object);
        return object;
    }

    private void connect(CatalogObject object, ObjectDefinition definition) throws RefusedEffectException {
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

    /** A column of the table that the object is a member of, by way of its dependencies. */
    private static Optional<CatalogObject> keyColumn(CatalogObject object, String column) {
        return object.dependencies().values().stream()
                .flatMap(List::stream)
                .map(Edge::on)
                .filter(on ->
                        on.type() == ObjectType.COLUMN && on.name().member().equals(column))
                .findFirst();
    }

    private void connect(CatalogObject object, ObjectAttribute attribute, List<Dependency> needed)
            throws RefusedEffectException {
        List<Edge> edges = new ArrayList<>();
        for (Dependency dependency : needed) {
            for (CatalogObject on : resolver.resolve(dependency)) {
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

    /** The tables and views of which something was dropped or altered since the last call. */
    public Set<QualifiedName> takeTouched() {
        Set<QualifiedName> names = Set.copyOf(touched);
        touched.clear();
        return names;
    }

    private void touch(CatalogObject object) {
        touched.add(object.name().owner());
        for (List<Edge> edges : object.dependencies().values()) {
            for (Edge edge : edges) {
                if (edge.type() == DependencyType.MEMBER) {
                    touched.add(edge.on().name().owner());
                }
            }
        }
    }

    private void drop(CatalogEffect.Drop effect) throws RefusedEffectException {
        CatalogObject dropped = registry.find(effect.name());
        if (dropped.type() != effect.type()) {
            throw new RefusedEffectException(effect.name() + " is " + dropped);
        }
        Set<CatalogObject> gone = new LinkedHashSet<>();
        Deque<CatalogObject> open = new ArrayDeque<>(List.of(dropped));
        while (!open.isEmpty()) {
            CatalogObject next = open.remove();
            if (gone.add(next)) {
                for (Edge edge : next.dependents()) {
                    if (edge.type() == DependencyType.MEMBER || edge.type() == DependencyType.EXPRESSION) {
                        open.add(edge.from());
                    }
                }
            }
        }
        for (CatalogObject each : gone) {
            for (Edge edge : each.dependents()) {
                if (!gone.contains(edge.from()) && edge.type() != DependencyType.COLUMNS) {
                    throw new RefusedEffectException(edge.from() + " depends on " + each);
                }
            }
        }
        gone.forEach(this::touch);
        for (CatalogObject each : gone) {
            each.dependencies().values().stream()
                    .flatMap(List::stream)
                    .forEach(edge -> edge.on().dependents().remove(edge));
            registry.remove(each);
        }
    }

    private void alter(CatalogObject object, CatalogEffect.Alter effect) throws RefusedEffectException {
        if (effect.attribute() == ObjectAttribute.NULLABLE && Boolean.TRUE.equals(effect.value())) {
            for (Edge edge : object.dependents()) {
                if (DependencyResolver.isPrimaryKey(edge.from())) {
                    throw new RefusedEffectException(object + " is in a primary key");
                }
            }
        }
        if (effect.value() == RowSecurity.FORCED
                && object.attributes().get(effect.attribute()) == RowSecurity.DISABLED) {
            throw new RefusedEffectException("row-level security of " + object + " is not enabled");
        }
        touch(object);
        object.attributes().put(effect.attribute(), effect.value());
        connect(object, effect.attribute(), effect.dependencies());
    }

    private void changeType(CatalogObject column, CatalogEffect.ChangeType change) throws RefusedEffectException {
        for (Edge edge : column.dependents()) {
            if (edge.type() == DependencyType.REFERENCE) {
                throw new RefusedEffectException(edge.from() + " depends on the type of " + column);
            }
            if (edge.type() == DependencyType.EXPRESSION && change.converts()) {
                throw new RefusedEffectException(
                        "the expression of " + edge.from() + " may have no meaning for the new type of " + column);
            }
        }
        column.attributes().put(ObjectAttribute.TYPE, change.value());
        connect(column, ObjectAttribute.TYPE, change.dependencies());
    }

    private void adopt(CatalogObject index, ObjectDefinition constraint) throws RefusedEffectException {
        if (index.type() != ObjectType.INDEX) {
            throw new RefusedEffectException(index + " is no index");
        }
        List<CatalogObject> key = index.key();
        List<CatalogName> names = new ArrayList<>(List.of(constraint.name()));
        names.addAll(constraint.otherNames());
        registry.move(index, names);
        index.type(ObjectType.CONSTRAINT);
        index.attributes().clear();
        index.attributes().putAll(constraint.attributes());
        for (ObjectAttribute attribute : List.copyOf(index.dependencies().keySet())) {
            connect(index, attribute, List.of());
        }
        connect(index, constraint);
        index.key(key);
    }

    private void attach(CatalogObject part, CatalogObject whole) {
        Edge edge = new Edge(part, whole, DependencyType.MEMBER);
        part.dependencies()
                .computeIfAbsent(ObjectAttribute.PARTITIONING, any -> new ArrayList<>())
                .add(edge);
        whole.dependents().add(edge);
        if (part.type() == ObjectType.TABLE) {
            part.type(ObjectType.PARTITION);
        } else {
            part.makePart();
        }
    }

    /** The partition keeps its columns, and is no longer dropped with the table. */
    private static void detach(CatalogObject partition) {
        partition.type(ObjectType.TABLE);
        for (List<Edge> edges : partition.dependencies().values()) {
            List<Edge> ended = edges.stream()
                    .filter(edge -> edge.type() == DependencyType.MEMBER)
                    .toList();
            edges.removeAll(ended);
            ended.forEach(edge -> edge.on().dependents().remove(edge));
        }
    }
}
