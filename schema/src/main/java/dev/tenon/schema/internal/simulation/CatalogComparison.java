package dev.tenon.schema.internal.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares the catalogs at the end of a migration with those that it is to produce. */
public final class CatalogComparison {

    private static final Comparator<CatalogName> ORDER = Comparator.comparing(CatalogName::namespace)
            .thenComparing(CatalogName::owner)
            .thenComparing(CatalogName::member);

    private CatalogComparison() {}

    /** The differences, each as a sentence; none if the catalogs are equal. */
    public static List<String> differences(SimulatedCatalog actual, SimulatedCatalog expected) {
        List<String> differences = new ArrayList<>();
        Set<CatalogName> names = new TreeSet<>(ORDER);
        names.addAll(actual.names());
        names.addAll(expected.names());
        for (CatalogName name : names) {
            if (!expected.has(name)) {
                if (!isKept(name)
                        && actual.object(name).filter(CatalogObject::part).isEmpty()) {
                    differences.add(name + " remains");
                }
            } else if (!actual.has(name)) {
                if (!isOfRelation(name)) {
                    differences.add(name + " is missing");
                }
            } else {
                compare(
                        name,
                        actual.object(name).orElseThrow(),
                        expected.object(name).orElseThrow(),
                        differences);
            }
        }
        return differences;
    }

    /** No migration drops a role. */
    private static boolean isKept(CatalogName name) {
        return name.namespace() == CatalogNamespace.ROLE || isOfRelation(name);
    }

    /**
     * Statements of triggers and rules may still have the former name of their table; these objects have a second name
     * by which they are compared.
     */
    private static boolean isOfRelation(CatalogName name) {
        return name.namespace() == CatalogNamespace.TRIGGER || name.namespace() == CatalogNamespace.RULE;
    }

    /** The tables from which the object makes a table inherit. */
    private static Set<CatalogName> parents(CatalogObject object) {
        Set<CatalogName> parents = new TreeSet<>(ORDER);
        object.dependencies().values().stream()
                .flatMap(List::stream)
                .filter(edge -> edge.type() == DependencyType.PARENT)
                .forEach(edge -> parents.add(edge.on().name()));
        return parents;
    }

    private static void compare(
            CatalogName name, CatalogObject actual, CatalogObject expected, List<String> differences) {
        if (!actual.name().equals(name)) {
            return;
        }
        if (actual.type() != expected.type()) {
            differences.add(name + " has type " + actual.type() + " instead of " + expected.type());
            return;
        }
        if (!parents(actual).equals(parents(expected))) {
            differences.add(name + ": its parents are " + parents(actual) + " instead of " + parents(expected));
        }
        for (ObjectAttribute attribute : ObjectAttribute.values()) {
            Object is = actual.attributes().get(attribute);
            Object wanted = expected.attributes().get(attribute);
            if (!Objects.equals(is, wanted)) {
                differences.add(name + ": " + attribute + " is " + is + " instead of " + wanted);
            }
        }
    }
}
