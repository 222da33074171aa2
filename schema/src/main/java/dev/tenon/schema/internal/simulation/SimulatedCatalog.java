package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.internal.simulation.CatalogObject.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
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

    private final Map<CatalogName, CatalogObject> objects = new HashMap<>();
    private final Map<QualifiedName, Set<CatalogObject>> members = new HashMap<>();
    private final Map<QualifiedName, Set<CatalogObject>> routines = new HashMap<>();
    private int created;

    /** The number of objects that exist before the migration. */
    private int initial;

    /** Adds objects that exist before the migration, without their dependencies. */
    public void declare(Collection<ObjectDefinition> definitions) throws RefusedEffectException {
        for (ObjectDefinition definition : definitions) {
            add(definition);
        }
        initial = created;
    }

    /** Adds the dependencies of declared objects. */
    public void connect(Collection<ObjectDefinition> definitions) throws RefusedEffectException {
        // A foreign key depends on a key of another object, which has its columns only when it is connected.
        List<ObjectDefinition> references = new ArrayList<>();
        for (ObjectDefinition definition : definitions) {
            if (definition.refersToKey()) {
                references.add(definition);
            } else {
                connect(find(definition.name()), definition);
            }
        }
        for (ObjectDefinition definition : references) {
            connect(find(definition.name()), definition);
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
            connect(add(create.object()), create.object());
        } else if (effect instanceof CatalogEffect.Drop drop) {
            drop(drop);
        } else if (effect instanceof CatalogEffect.Rename rename) {
            rename(find(rename.name()), rename.name(), rename.after());
        } else if (effect instanceof CatalogEffect.Alter alter) {
            alter(find(alter.name()), alter);
        } else if (effect instanceof CatalogEffect.ChangeType change) {
            changeType(find(change.column()), change);
        } else if (effect instanceof CatalogEffect.Adopt adopt) {
            adopt(find(adopt.index()), adopt.constraint());
        } else if (effect instanceof CatalogEffect.Attach attach) {
            attach(find(attach.part()), find(attach.whole()));
        } else if (effect instanceof CatalogEffect.Detach detach) {
            detach(find(detach.partition()));
        } else if (effect instanceof CatalogEffect.Use use) {
            resolve(Dependency.required(use.target(), DependencyType.REFERENCE));
        }
    }

    /** Whether an object has the name. */
    public boolean has(CatalogName name) {
        return objects.containsKey(name);
    }

    /** The names in use. */
    Set<CatalogName> names() {
        return Collections.unmodifiableSet(objects.keySet());
    }

    /** The object of the name. */
    Optional<CatalogObject> object(CatalogName name) {
        return Optional.ofNullable(objects.get(name));
    }

    /** The columns, constraints, policies and so on of a table, view or type. */
    Set<CatalogObject> members(QualifiedName owner) {
        return members.getOrDefault(owner, Set.of());
    }

    private CatalogObject find(CatalogName name) throws RefusedEffectException {
        CatalogObject found = objects.get(name);
        if (found == null) {
            throw new RefusedEffectException(name + " does not exist");
        }
        return found;
    }

    private CatalogObject add(ObjectDefinition definition) throws RefusedEffectException {
        CatalogObject object = new CatalogObject(definition, created++);
        take(object, object.names());
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

    private Collection<CatalogObject> resolve(Dependency dependency) throws RefusedEffectException {
        Collection<CatalogObject> found;
        if (dependency.on() instanceof CatalogName name) {
            CatalogObject object = objects.get(columnOwner(name));
            found = object == null ? List.of() : List.of(object);
        } else if (dependency.on() instanceof DependencyTarget.Overloads overloads) {
            found = routines.getOrDefault(overloads.name(), Set.of());
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
        if (name.namespace() != CatalogNamespace.COLUMN || objects.containsKey(name)) {
            return name;
        }
        CatalogObject relation = objects.get(CatalogName.relation(name.owner()));
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
        CatalogObject table = objects.get(CatalogName.relation(key.table()));
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
                fitting.stream().filter(object -> object.age() < initial).toList();
        return old.isEmpty() ? fitting.stream().limit(1).toList() : old;
    }

    private List<CatalogObject> primaryKey(DependencyTarget.PrimaryKey key) {
        CatalogObject table = objects.get(CatalogName.relation(key.table()));
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

    private static boolean isPrimaryKey(CatalogObject object) {
        return String.valueOf(object.attributes().get(ObjectAttribute.DEFINITION))
                .contains(" PRIMARY KEY (");
    }

    private void take(CatalogObject object, List<CatalogName> names) throws RefusedEffectException {
        for (CatalogName name : names) {
            CatalogObject other = objects.get(name);
            if (other != null && other != object) {
                throw new RefusedEffectException(name + " already exists");
            }
        }
        for (CatalogName name : names) {
            objects.put(name, object);
            if (name.namespace().ofMembers()) {
                members.computeIfAbsent(name.owner(), any -> new LinkedHashSet<>())
                        .add(object);
            } else if (name.namespace() == CatalogNamespace.ROUTINE) {
                routines.computeIfAbsent(name.owner(), any -> new LinkedHashSet<>())
                        .add(object);
            }
        }
    }

    private void free(CatalogObject object) {
        for (CatalogName name : object.names()) {
            objects.remove(name, object);
            if (name.namespace().ofMembers()) {
                members.getOrDefault(name.owner(), new HashSet<>()).remove(object);
            } else if (name.namespace() == CatalogNamespace.ROUTINE) {
                routines.getOrDefault(name.owner(), new HashSet<>()).remove(object);
            }
        }
    }

    private void drop(CatalogEffect.Drop effect) throws RefusedEffectException {
        CatalogObject dropped = find(effect.name());
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
        for (CatalogObject each : gone) {
            each.dependencies().values().stream()
                    .flatMap(List::stream)
                    .forEach(edge -> edge.on().dependents().remove(edge));
            free(each);
        }
    }

    private void rename(CatalogObject object, CatalogName name, CatalogName after) throws RefusedEffectException {
        boolean member = name.namespace().ofMembers();
        String simple = member ? after.member() : after.owner().name();
        String schema = member ? "" : after.owner().schema();
        List<CatalogName> names = object.names().stream()
                .map(each -> renamed(each, simple, schema))
                .toList();
        Set<CatalogObject> owned = Set.copyOf(members(object.name().owner()));
        boolean owner = !object.name().namespace().ofMembers() && object.type() != ObjectType.INDEX;
        move(object, names);
        if (object.age() >= initial) {
            object.dependents().forEach(edge -> edge.from().follow(name, after));
        }
        if (owner && !owned.isEmpty()) {
            QualifiedName was = name.owner();
            for (CatalogObject each : owned) {
                move(
                        each,
                        each.names().stream()
                                .map(own -> own.namespace().ofMembers()
                                                && own.owner().equals(was)
                                        ? own.withOwner(after.owner())
                                        : own)
                                .toList());
            }
        }
        if (!member && !name.owner().schema().equals(schema)) {
            moveParts(object, schema);
        }
    }

    /** Indexes and owned sequences follow their table to another schema. */
    private void moveParts(CatalogObject table, String schema) throws RefusedEffectException {
        Set<CatalogObject> parts = new LinkedHashSet<>();
        table.dependents().forEach(edge -> parts.add(edge.from()));
        for (CatalogObject column : members(table.name().owner())) {
            column.dependents().stream()
                    .filter(edge -> edge.type() == DependencyType.MEMBER)
                    .forEach(edge -> parts.add(edge.from()));
        }
        for (CatalogObject part : parts) {
            boolean follows = part.type() == ObjectType.INDEX
                    || part.type() == ObjectType.CONSTRAINT
                    || part.type() == ObjectType.SEQUENCE;
            if (follows) {
                move(
                        part,
                        part.names().stream()
                                .map(name -> name.namespace() == CatalogNamespace.RELATION
                                        ? name.withOwner(new QualifiedName(
                                                schema, name.owner().name()))
                                        : name)
                                .toList());
            }
        }
    }

    private void move(CatalogObject object, List<CatalogName> names) throws RefusedEffectException {
        free(object);
        take(object, names);
        object.names(names);
    }

    private static CatalogName renamed(CatalogName name, String simple, String schema) {
        if (name.namespace().ofMembers()) {
            return new CatalogName(name.namespace(), name.owner(), simple);
        }
        return name.withOwner(new QualifiedName(schema.isEmpty() ? name.owner().schema() : schema, simple));
    }

    private void alter(CatalogObject object, CatalogEffect.Alter effect) throws RefusedEffectException {
        if (effect.attribute() == ObjectAttribute.NULLABLE && Boolean.TRUE.equals(effect.value())) {
            for (Edge edge : object.dependents()) {
                if (isPrimaryKey(edge.from())) {
                    throw new RefusedEffectException(object + " is in a primary key");
                }
            }
        }
        if (effect.value() == RowSecurity.FORCED
                && object.attributes().get(effect.attribute()) == RowSecurity.DISABLED) {
            throw new RefusedEffectException("row-level security of " + object + " is not enabled");
        }
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
        move(index, names);
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

    private void detach(CatalogObject partition) throws RefusedEffectException {
        partition.type(ObjectType.TABLE);
        connect(partition, ObjectAttribute.PARTITIONING, List.of());
    }
}
