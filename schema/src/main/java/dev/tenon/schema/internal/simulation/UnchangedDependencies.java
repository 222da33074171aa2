package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes dependencies that the lexer only assumed. What an attribute depends on exists as long as the attribute does,
 * so an attribute that is the same before and after depends on nothing that exists only before.
 */
final class UnchangedDependencies {

    private final Map<CatalogName, ObjectDefinition> after = new HashMap<>();
    private final Set<CatalogName> names = new HashSet<>();

    private final Map<QualifiedName, List<CatalogName>> routines = new HashMap<>();

    private UnchangedDependencies(List<ObjectDefinition> existing, List<ObjectDefinition> after) {
        existing.stream()
                .map(ObjectDefinition::name)
                .filter(name -> name.namespace() == CatalogNamespace.ROUTINE)
                .forEach(name -> routines.computeIfAbsent(name.owner(), any -> new ArrayList<>())
                        .add(name));
        for (ObjectDefinition definition : after) {
            this.after.put(definition.name(), definition);
            names.add(definition.name());
            names.addAll(definition.otherNames());
        }
    }

    /**
     * The definitions before, without these dependencies.
     *
     * @param before the definitions before, in which renamed objects have their new names
     * @param existing all SQL-defined objects before
     * @param after all definitions after
     */
    static List<ObjectDefinition> of(
            List<ObjectDefinition> before, List<ObjectDefinition> existing, List<ObjectDefinition> after) {
        UnchangedDependencies unchanged = new UnchangedDependencies(existing, after);
        return before.stream().map(unchanged::of).toList();
    }

    private ObjectDefinition of(ObjectDefinition definition) {
        ObjectDefinition now = after.get(definition.name());
        if (now == null) {
            return definition;
        }
        ObjectDefinition left = definition;
        for (Map.Entry<ObjectAttribute, List<Dependency>> each :
                definition.dependencies().entrySet()) {
            Object value = definition.attributes().get(each.getKey());
            if (value != null && value.equals(now.attributes().get(each.getKey()))) {
                left = left.with(each.getKey(), value, remaining(each.getValue()));
            }
        }
        return left;
    }

    private List<Dependency> remaining(List<Dependency> dependencies) {
        List<Dependency> left = new ArrayList<>();
        for (Dependency dependency : dependencies) {
            if (dependency.on() instanceof DependencyTarget.Overloads overloads && !dependency.required()) {
                // It calls one of those that stay.
                routines.getOrDefault(overloads.name(), List.of()).stream()
                        .filter(names::contains)
                        .forEach(name -> left.add(Dependency.possible(name, dependency.type())));
                continue;
            }
            boolean gone =
                    !dependency.required() && dependency.on() instanceof CatalogName name && !names.contains(name);
            if (!gone) {
                left.add(dependency);
            }
        }
        return left;
    }
}
