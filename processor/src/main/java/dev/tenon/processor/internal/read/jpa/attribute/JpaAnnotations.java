package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The annotations of Jakarta Persistence and Hibernate on one element, with a record of which ones were read. */
public final class JpaAnnotations {

    private final Map<String, List<AnnotationUse>> uses;
    private final Set<String> asked = new HashSet<>();

    /**
     * Creates the annotations.
     *
     * @param uses the annotations by simple name, those of Hibernate with the prefix {@code Hibernate.}
     */
    JpaAnnotations(Map<String, List<AnnotationUse>> uses) {
        this.uses = Map.copyOf(uses);
    }

    /** Every annotation of that name, including those in containers. */
    public List<AnnotationUse> all(String name) {
        asked.add(name);
        return uses.getOrDefault(name, List.of());
    }

    /** The annotation of that name. */
    public Optional<AnnotationUse> one(String name) {
        return all(name).stream().findFirst();
    }

    /** Whether the annotation is present. */
    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** Whether one of the annotations is present. */
    public boolean hasAny(String... names) {
        boolean found = false;
        for (String name : names) {
            found |= has(name);
        }
        return found;
    }

    /** Every annotation of Hibernate with that name, including those in containers. */
    public List<AnnotationUse> allOfHibernate(String name) {
        return all("Hibernate." + name);
    }

    /** The annotation of Hibernate with that name. */
    public Optional<AnnotationUse> hibernate(String name) {
        return one("Hibernate." + name);
    }

    /** The annotations that no reader asked for, although one should have; the caller reports them. */
    public List<AnnotationUse> unread() {
        List<AnnotationUse> unasked = uses.entrySet().stream()
                .filter(entry -> !asked.contains(entry.getKey()) && !isContainer(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(JpaAnnotationLookup::isRead)
                .toList();
        asked.addAll(uses.keySet());
        return unasked;
    }

    private static boolean isContainer(String name) {
        return JpaAnnotationCatalog.CONTAINERS.containsKey(name)
                || HibernateAnnotationCatalog.CONTAINERS.containsKey(name.replace("Hibernate.", ""));
    }
}
