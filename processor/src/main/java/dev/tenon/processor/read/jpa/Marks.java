package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The annotations of Jakarta Persistence and Hibernate on one element, with a record of which ones were read. */
final class Marks {

    private final Map<String, List<AnnotationUse>> uses;
    private final Set<String> asked = new HashSet<>();

    /**
     * Creates the annotations.
     *
     * @param uses the annotations by simple name, those of Hibernate with the prefix {@code Hibernate.}
     */
    Marks(Map<String, List<AnnotationUse>> uses) {
        this.uses = Map.copyOf(uses);
    }

    /** Every annotation of that name, including those in containers. */
    List<AnnotationUse> all(String name) {
        asked.add(name);
        return uses.getOrDefault(name, List.of());
    }

    /** The annotation of that name. */
    Optional<AnnotationUse> one(String name) {
        return all(name).stream().findFirst();
    }

    /** Whether the annotation is present. */
    boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** Whether one of the annotations is present. */
    boolean hasAny(String... names) {
        boolean found = false;
        for (String name : names) {
            found |= has(name);
        }
        return found;
    }

    /** The annotation of Hibernate with that name. */
    Optional<AnnotationUse> hibernate(String name) {
        return one("Hibernate." + name);
    }

    /** The annotations that no reader asked for, although one should have; the caller reports them. */
    List<AnnotationUse> takeUnasked() {
        List<AnnotationUse> unasked = uses.entrySet().stream()
                .filter(entry -> !asked.contains(entry.getKey()) && !Vocabulary.CONTAINERS.containsKey(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(Lookup::isRead)
                .toList();
        asked.addAll(uses.keySet());
        return unasked;
    }
}
