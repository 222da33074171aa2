package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.internal.simulation.CatalogObject.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Applies the effects of statements to the simulated catalogs, and refuses those that the server would refuse. */
final class EffectApplication implements CatalogEffect.Cases {

    private final CatalogRegistry registry;
    private final DependencyResolver resolver;
    private final ObjectRenaming renaming;
    private final InheritedMembers inheritance;
    private final Set<QualifiedName> touched = new HashSet<>();
    private int created;

    EffectApplication(CatalogRegistry registry, DependencyResolver resolver) {
        this.registry = registry;
        this.resolver = resolver;
        this.renaming = new ObjectRenaming(registry);
        this.inheritance = new InheritedMembers(registry);
    }

    /** Adds an object under its names, without its dependencies. */
    CatalogObject add(ObjectDefinition definition, boolean existing) throws RefusedEffectException {
        CatalogObject object = new CatalogObject(definition, created++, existing);
        registry.add(object);
        return object;
    }

    /** The tables and views of which something was dropped or altered since the last call. */
    Set<QualifiedName> takeTouched() {
        Set<QualifiedName> names = Set.copyOf(touched);
        touched.clear();
        return names;
    }

    @Override
    public void create(CatalogEffect.Create effect) throws RefusedEffectException {
        create(effect.object(), false);
    }

    /** A child that has the member already keeps its own. */
    private void create(ObjectDefinition definition, boolean inherited) throws RefusedEffectException {
        CatalogObject object = add(definition, false);
        resolver.connect(object, definition);
        if (inherited) {
            object.makeInherited();
        }
        if (object.type() == ObjectType.INHERITANCE) {
            inheritance.checkChild(object);
        } else if (InheritedMembers.isPassedOn(object)) {
            QualifiedName table = object.name().owner();
            for (CatalogObject child : inheritance.children(table)) {
                QualifiedName below = child.name().owner();
                CatalogObject own = registry.object(object.name().withOwner(below)).orElse(null);
                if (own == null) {
                    create(InheritedMembers.forChild(definition, table, below), true);
                } else {
                    inheritance.checkMerge(object, own);
                }
            }
        }
    }

    @Override
    public void rename(CatalogEffect.Rename effect) throws RefusedEffectException {
        CatalogObject renamed = registry.find(effect.name());
        inheritance.refuseInherited(renamed);
        renameTree(renamed, effect.name(), effect.after());
    }

    private void renameTree(CatalogObject object, CatalogName name, CatalogName after) throws RefusedEffectException {
        List<CatalogObject> below = inheritance.ofChildren(object);
        renaming.rename(object, name, after);
        for (CatalogObject child : below) {
            if (child.name().member().equals(name.member())) {
                QualifiedName table = child.name().owner();
                renameTree(child, name.withOwner(table), after.withOwner(table));
            }
        }
    }

    @Override
    public void use(CatalogEffect.Use effect) throws RefusedEffectException {
        resolver.resolve(Dependency.required(effect.target(), DependencyType.REFERENCE));
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

    @Override
    public void drop(CatalogEffect.Drop effect) throws RefusedEffectException {
        CatalogObject dropped = registry.find(effect.name());
        if (dropped.type() != effect.type()) {
            throw new RefusedEffectException(effect.name() + " is " + dropped);
        }
        inheritance.refuseInherited(dropped);
        List<CatalogObject> below = inheritance.ofChildren(dropped);
        remove(dropped);
        for (CatalogObject child : below) {
            if (child.inherited() && inheritance.ofParents(child).isEmpty()) {
                drop(new CatalogEffect.Drop(child.type(), child.name()));
            }
        }
    }

    private void remove(CatalogObject dropped) throws RefusedEffectException {
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

    @Override
    public void alter(CatalogEffect.Alter effect) throws RefusedEffectException {
        CatalogObject object = registry.find(effect.name());
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
        List<CatalogObject> below = inheritance.following(object, effect);
        set(object, effect);
        for (CatalogObject child : below) {
            set(child, new CatalogEffect.Alter(child.name(), effect.attribute(), effect.value(), List.of()));
        }
    }

    private void set(CatalogObject object, CatalogEffect.Alter effect) throws RefusedEffectException {
        touch(object);
        object.attributes().put(effect.attribute(), effect.value());
        resolver.connect(object, effect.attribute(), effect.dependencies());
    }

    @Override
    public void changeType(CatalogEffect.ChangeType change) throws RefusedEffectException {
        CatalogObject column = registry.find(change.column());
        inheritance.refuseInherited(column);
        changeTypes(column, change);
    }

    private void changeTypes(CatalogObject column, CatalogEffect.ChangeType change) throws RefusedEffectException {
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
        resolver.connect(column, ObjectAttribute.TYPE, change.dependencies());
        for (CatalogObject child : inheritance.ofChildren(column)) {
            if (inheritance.ofParents(child).size() > 1) {
                throw new RefusedEffectException(child + " is inherited from several tables");
            }
            changeTypes(child, change);
        }
    }

    @Override
    public void adopt(CatalogEffect.Adopt effect) throws RefusedEffectException {
        CatalogObject index = registry.find(effect.index());
        ObjectDefinition constraint = effect.constraint();
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
            resolver.connect(index, attribute, List.of());
        }
        resolver.connect(index, constraint);
        index.key(key);
    }

    @Override
    public void attach(CatalogEffect.Attach effect) throws RefusedEffectException {
        CatalogObject part = registry.find(effect.part());
        CatalogObject whole = registry.find(effect.whole());
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
    @Override
    public void detach(CatalogEffect.Detach effect) throws RefusedEffectException {
        CatalogObject partition = registry.find(effect.partition());
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
