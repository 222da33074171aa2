package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogObject.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Applies the effects of statements to the simulated catalogs, and refuses those that the server would refuse. */
final class EffectApplication implements CatalogEffect.Cases {

    private final CatalogRegistry registry;
    private final DependencyResolver resolver;
    private final ObjectRenaming renaming;
    private final InheritedMembers inheritance;
    private final AttributeChanges attributes;
    private final Set<QualifiedName> touched = new HashSet<>();
    private int created;

    EffectApplication(CatalogRegistry registry, DependencyResolver resolver) {
        this.registry = registry;
        this.resolver = resolver;
        this.renaming = new ObjectRenaming(registry);
        this.inheritance = new InheritedMembers(registry);
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
        create(effect.object(), false);
    }

    /** A child that has the member already keeps its own. */
    private void create(ObjectDefinition definition, boolean inherited) throws RefusedEffectException {
        if (DependencyResolver.isPrimaryKey(definition.attributes())) {
            requireNoPrimaryKey(definition.name().owner());
        }
        CatalogObject object = add(definition, false);
        resolver.connect(object, definition);
        if (definition.refersToKey()) {
            ReferenceTypes.check(object);
        }
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
            create(effect.object(), false);
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

    @Override
    public void moveRows(CatalogEffect.MoveRows effect) throws RefusedEffectException {
        registry.find(effect.from());
        registry.find(effect.to());
        Set<String> stored = new TreeSet<>();
        for (CatalogObject member : registry.members(effect.table())) {
            if (member.type() == ObjectType.COLUMN
                    && !(member.attributes().get(ObjectAttribute.DEFAULT) instanceof Optional<?> value
                            && value.orElse(null) instanceof ColumnDefault.Generated)) {
                stored.add(member.name().member());
            }
        }
        if (!stored.equals(new TreeSet<>(effect.columns()))) {
            throw new RefusedEffectException("rows of " + effect.from() + " have the columns " + stored
                    + ", but they are moved with " + effect.columns());
        }
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
        attributes.alter(effect);
        CatalogObject object = registry.find(effect.name());
        touch(object);
        boolean passedOn = (effect.attribute() == ObjectAttribute.NULLABLE && Boolean.FALSE.equals(effect.value()))
                || effect.attribute() == ObjectAttribute.VALIDATED;
        if (passedOn) {
            for (CatalogObject child : inheritance.ofChildren(object)) {
                alter(new CatalogEffect.Alter(child.name(), effect.attribute(), effect.value(), List.of()));
            }
        } else if (effect.attribute() == ObjectAttribute.NULLABLE) {
            for (CatalogObject parent : inheritance.ofParents(object)) {
                if (Boolean.FALSE.equals(parent.attributes().get(ObjectAttribute.NULLABLE))) {
                    throw new RefusedEffectException(parent + " is NOT NULL, and " + object + " inherits it");
                }
            }
        }
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
        inheritance.refuseInherited(registry.find(effect.column()));
        changeTypes(effect);
    }

    private void changeTypes(CatalogEffect.ChangeType effect) throws RefusedEffectException {
        attributes.changeType(effect);
        for (CatalogObject child : inheritance.ofChildren(registry.find(effect.column()))) {
            if (inheritance.ofParents(child).size() > 1) {
                throw new RefusedEffectException(child + " is inherited from several tables");
            }
            changeTypes(new CatalogEffect.ChangeType(
                    child.name(), effect.value(), effect.converts(), effect.dependencies()));
        }
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
