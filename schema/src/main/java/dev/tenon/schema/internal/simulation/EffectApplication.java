package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
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
    private final AttributeChanges attributes;
    private final Set<QualifiedName> touched = new HashSet<>();
    private int created;

    EffectApplication(CatalogRegistry registry, DependencyResolver resolver) {
        this.registry = registry;
        this.resolver = resolver;
        this.renaming = new ObjectRenaming(registry);
        this.attributes = new AttributeChanges(registry, resolver);
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
        create(effect.object());
    }

    private void create(ObjectDefinition definition) throws RefusedEffectException {
        if (DependencyResolver.isPrimaryKey(definition.attributes())) {
            requireNoPrimaryKey(definition.name().owner());
        }
        CatalogObject created = add(definition, false);
        resolver.connect(created, definition);
        if (definition.refersToKey()) {
            ReferenceTypes.check(created);
        }
    }

    private void requireNoPrimaryKey(QualifiedName table) throws RefusedEffectException {
        for (CatalogObject member : registry.members(table)) {
            if (DependencyResolver.isPrimaryKey(member.attributes())) {
                throw new RefusedEffectException(
                        registry.find(CatalogName.relation(table)) + " already has the primary key " + member);
            }
        }
    }

    @Override
    public void ensure(CatalogEffect.Ensure effect) throws RefusedEffectException {
        if (!registry.has(effect.object().name())) {
            create(effect.object());
        }
    }

    @Override
    public void rename(CatalogEffect.Rename effect) throws RefusedEffectException {
        renaming.rename(registry.find(effect.name()), effect.name(), effect.after());
    }

    @Override
    public void use(CatalogEffect.Use effect) throws RefusedEffectException {
        resolver.resolve(Dependency.required(effect.target(), DependencyType.REFERENCE));
    }

    @Override
    public void evaluate(CatalogEffect.Evaluate effect) throws RefusedEffectException {
        for (Dependency dependency :
                ExpressionDependencies.of(effect.table(), effect.expression(), DependencyType.REFERENCE)) {
            resolver.resolve(dependency);
        }
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
        if (effect.type() == ObjectType.PRIVILEGE && !registry.has(effect.name())) {
            return;
        }
        CatalogObject dropped = registry.find(effect.name());
        boolean partition = effect.type() == ObjectType.TABLE && dropped.type() == ObjectType.PARTITION;
        if (dropped.type() != effect.type() && !partition) {
            throw new RefusedEffectException(effect.name() + " is of type " + dropped.type());
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

    @Override
    public void alter(CatalogEffect.Alter effect) throws RefusedEffectException {
        attributes.alter(effect);
        touch(registry.find(effect.name()));
    }

    @Override
    public void alterPart(CatalogEffect.AlterPart effect) throws RefusedEffectException {
        attributes.alterPart(effect);
        touch(registry.find(effect.alteration().name()));
    }

    @Override
    public void requireSource(CatalogEffect.RequireSource effect) throws RefusedEffectException {
        attributes.requireSource(effect);
    }

    @Override
    public void changeType(CatalogEffect.ChangeType effect) throws RefusedEffectException {
        attributes.changeType(effect);
    }

    /** The constraint has the columns of the index, whatever their names are. */
    @Override
    public void adopt(CatalogEffect.Adopt effect) throws RefusedEffectException {
        CatalogObject index = registry.find(effect.index());
        ObjectDefinition constraint = effect.constraint();
        registry.find(CatalogName.relation(constraint.name().owner()));
        if (index.type() != ObjectType.INDEX) {
            throw new RefusedEffectException(index + " is no index");
        }
        if (DependencyResolver.isPrimaryKey(constraint.attributes())) {
            requireNoPrimaryKey(constraint.name().owner());
        }
        List<CatalogName> names = new ArrayList<>(List.of(constraint.name()));
        names.addAll(constraint.otherNames());
        registry.move(index, names);
        index.type(ObjectType.CONSTRAINT);
        index.attributes().clear();
        index.attributes().putAll(constraint.attributes());
    }

    @Override
    public void attach(CatalogEffect.Attach effect) throws RefusedEffectException {
        CatalogObject part = registry.find(effect.part());
        CatalogObject whole = registry.find(effect.whole());
        if (Boolean.FALSE.equals(part.attributes().get(ObjectAttribute.VALIDATED))) {
            // The server creates a part of its own, and leaves this one alone.
            return;
        }
        if (part.type() == ObjectType.PARTITION) {
            throw new RefusedEffectException(part + " is a partition already");
        }
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
        if (partition.type() != ObjectType.PARTITION) {
            throw new RefusedEffectException(partition + " is no partition");
        }
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
