package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.simulation.CatalogObject.Edge;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns and checks that tables inherit from other tables. The server applies changes of a parent's members to the
 * children, and refuses to drop, rename or convert a member of a child that its parent has.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-inherit.html">Inheritance</a>
 */
final class InheritedMembers {

    private final CatalogRegistry registry;

    InheritedMembers(CatalogRegistry registry) {
        this.registry = registry;
    }

    /** Whether children have such a member, too: a column, or a constraint that is a check. */
    static boolean isPassedOn(CatalogObject member) {
        return switch (member.type()) {
            case COLUMN, GENERATED_COLUMN -> true;
            case CONSTRAINT ->
                member.key().isEmpty()
                        && String.valueOf(member.attributes().get(ObjectAttribute.DEFINITION))
                                .contains(" CHECK (");
            default -> false;
        };
    }

    /** The members of the tables below that get the same value; refuses a value that contradicts a parent. */
    List<CatalogObject> following(CatalogObject member, CatalogEffect.Alter effect) throws RefusedEffectException {
        boolean generated = effect.attribute() == ObjectAttribute.DEFAULT
                && isGenerated(member.attributes().get(ObjectAttribute.DEFAULT));
        if (generated) {
            refuseInherited(member);
        } else if (effect.attribute() == ObjectAttribute.NULLABLE && Boolean.TRUE.equals(effect.value())) {
            for (CatalogObject parent : ofParents(member)) {
                if (Boolean.FALSE.equals(parent.attributes().get(ObjectAttribute.NULLABLE))) {
                    throw new RefusedEffectException(parent + " is NOT NULL, and " + member + " inherits it");
                }
            }
            return List.of();
        }
        boolean passedOn = generated
                || effect.attribute() == ObjectAttribute.NULLABLE
                || effect.attribute() == ObjectAttribute.VALIDATED;
        Set<CatalogObject> below = new LinkedHashSet<>();
        if (passedOn) {
            collect(member, below);
        }
        return List.copyOf(below);
    }

    private void collect(CatalogObject member, Set<CatalogObject> below) {
        for (CatalogObject child : ofChildren(member)) {
            if (below.add(child)) {
                collect(child, below);
            }
        }
    }

    /** Whether the value of an attribute is the expression of a generated column, which children share. */
    private static boolean isGenerated(@Nullable Object value) {
        return value instanceof Optional<?> source
                && source.filter(ColumnDefault.Generated.class::isInstance).isPresent();
    }

    /** The same members of the children, which follow a change of a parent's member. */
    List<CatalogObject> ofChildren(CatalogObject member) {
        return isPassedOn(member) ? of(children(member.name().owner()), member) : List.of();
    }

    /** The same members of the parents. */
    List<CatalogObject> ofParents(CatalogObject member) {
        return isPassedOn(member) ? of(parents(member.name().owner()), member) : List.of();
    }

    /** Refuses a change that the server makes only together with that of the parents' members. */
    void refuseInherited(CatalogObject member) throws RefusedEffectException {
        List<CatalogObject> above = ofParents(member);
        if (!above.isEmpty()) {
            throw new RefusedEffectException(member + " is inherited from " + above.get(0));
        }
    }

    /** Refuses a member that a child already has in another form. */
    void checkMerge(CatalogObject own, CatalogObject ofChild) throws RefusedEffectException {
        ObjectAttribute compared =
                own.type() == ObjectType.CONSTRAINT ? ObjectAttribute.DEFINITION : ObjectAttribute.TYPE;
        boolean same = own.type() == ofChild.type()
                && String.valueOf(own.attributes().get(compared))
                        .equals(String.valueOf(ofChild.attributes().get(compared)));
        if (!same) {
            throw new RefusedEffectException(ofChild + " differs from " + own);
        }
        refuseWeaker(own, ofChild, ObjectAttribute.NULLABLE, false, "NOT NULL");
        refuseWeaker(own, ofChild, ObjectAttribute.VALIDATED, true, "validated");
    }

    private static void refuseWeaker(
            CatalogObject own, CatalogObject ofChild, ObjectAttribute attribute, Object strong, String what)
            throws RefusedEffectException {
        if (strong.equals(own.attributes().get(attribute))
                && !strong.equals(ofChild.attributes().get(attribute))) {
            throw new RefusedEffectException(ofChild + " is not " + what + ", unlike " + own);
        }
    }

    /** Refuses a child that lacks a member of a parent. */
    void checkChild(CatalogObject inheritance) throws RefusedEffectException {
        for (CatalogObject child : on(inheritance, DependencyType.MEMBER)) {
            for (CatalogObject parent : on(inheritance, DependencyType.PARENT)) {
                for (CatalogObject member :
                        List.copyOf(registry.members(parent.name().owner()))) {
                    if (isPassedOn(member)) {
                        CatalogName name = member.name().withOwner(child.name().owner());
                        Optional<CatalogObject> own = registry.object(name);
                        if (own.isEmpty()) {
                            throw new RefusedEffectException(name + " does not exist, unlike " + member);
                        }
                        checkMerge(member, own.get());
                    }
                }
            }
        }
    }

    /** The definition of a parent's member as that of a child. */
    static ObjectDefinition forChild(ObjectDefinition definition, QualifiedName parent, QualifiedName child) {
        ObjectDefinition made =
                ObjectDefinition.of(definition.type(), definition.name().withOwner(child));
        for (Map.Entry<ObjectAttribute, Object> each : definition.attributes().entrySet()) {
            List<Dependency> needed = definition.dependencies().getOrDefault(each.getKey(), List.of()).stream()
                    .map(dependency -> dependency.on() instanceof CatalogName name
                                    && name.owner().equals(parent)
                            ? new Dependency(
                                    name.withOwner(child),
                                    dependency.type(),
                                    dependency.required(),
                                    dependency.expected())
                            : dependency)
                    .toList();
            made = made.with(each.getKey(), each.getValue(), needed);
        }
        return made;
    }

    /** The tables of the schema that inherit from the table. */
    Set<CatalogObject> children(QualifiedName table) {
        Set<CatalogObject> children = new LinkedHashSet<>();
        registry.object(CatalogName.relation(table)).ifPresent(parent -> {
            for (Edge edge : parent.dependents()) {
                if (edge.type() == DependencyType.PARENT && edge.from().type() == ObjectType.INHERITANCE) {
                    children.addAll(on(edge.from(), DependencyType.MEMBER));
                }
            }
        });
        return children;
    }

    private Set<CatalogObject> parents(QualifiedName table) {
        Set<CatalogObject> parents = new LinkedHashSet<>();
        registry.object(CatalogName.relation(table)).ifPresent(child -> {
            for (Edge edge : child.dependents()) {
                if (edge.type() == DependencyType.MEMBER && edge.from().type() == ObjectType.INHERITANCE) {
                    parents.addAll(on(edge.from(), DependencyType.PARENT));
                }
            }
        });
        return parents;
    }

    private List<CatalogObject> of(Set<CatalogObject> tables, CatalogObject member) {
        List<CatalogObject> found = new ArrayList<>();
        for (CatalogObject table : tables) {
            registry.object(member.name().withOwner(table.name().owner())).ifPresent(found::add);
        }
        return found;
    }

    private static List<CatalogObject> on(CatalogObject inheritance, DependencyType type) {
        return inheritance.dependencies().values().stream()
                .flatMap(List::stream)
                .filter(edge -> edge.type() == type)
                .map(Edge::on)
                .toList();
    }
}
