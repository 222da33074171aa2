package dev.tenon.schema.internal.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the catalogs at the end of a migration with those that it is to produce. */
public final class CatalogComparison {

    private static final Comparator<CatalogName> ORDER = Comparator.comparing(CatalogName::namespace)
            .thenComparing(CatalogName::owner)
            .thenComparing(CatalogName::member);

    private CatalogComparison() {}

    /** The differences, each as a sentence; none if the catalogs are equal. */
    public static List<String> differences(SimulatedCatalog actual, SimulatedCatalog expected) {
        Map<CatalogName, List<String>> found = new TreeMap<>(ORDER);
        for (CatalogName name : actual.names()) {
            CatalogObject is = actual.object(name).orElseThrow();
            List<String> differences = expected.object(name)
                    .map(wanted -> compare(name, is, wanted))
                    .orElseGet(() -> isKept(name) || is.part() ? List.of() : List.of(name + " remains"));
            if (!differences.isEmpty()) {
                found.put(name, differences);
            }
        }
        for (CatalogName name : expected.names()) {
            if (!actual.has(name) && !isOfRelation(name)) {
                found.put(name, List.of(name + " is missing"));
            }
        }
        return found.values().stream().flatMap(List::stream).toList();
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

    private static List<String> compare(CatalogName name, CatalogObject actual, CatalogObject expected) {
        if (!actual.name().equals(name)) {
            return List.of();
        }
        if (actual.type() != expected.type()) {
            return List.of(name + " has type " + actual.type() + " instead of " + expected.type());
        }
        List<String> differences = new ArrayList<>();
        if (actual.type() != ObjectType.COLUMN && !parents(actual).equals(parents(expected))) {
            differences.add(name + ": its parents are " + parents(actual) + " instead of " + parents(expected));
        }
        if (actual.attributes().equals(expected.attributes())) {
            return differences;
        }
        for (ObjectAttribute attribute : ObjectAttribute.values()) {
            Object is = actual.attributes().get(attribute);
            Object wanted = expected.attributes().get(attribute);
            if (!Objects.equals(is, wanted)) {
                differences.add(name + ": " + attribute + " is " + is + " instead of " + wanted);
            }
        }
        return differences;
    }
}
