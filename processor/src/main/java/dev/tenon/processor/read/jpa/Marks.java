package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The annotations of Jakarta Persistence and Hibernate on one element; remembers which of them anybody asked for. */
final class Marks {

    private final Map<String, List<AnnotationUse>> uses;
    private final Set<String> asked = new HashSet<>();

    /**
     * Marks by name.
     *
     * @param uses the annotations by their simple names, those of Hibernate with {@code Hibernate.} before it
     */
    Marks(Map<String, List<AnnotationUse>> uses) {
        this.uses = Map.copyOf(uses);
    }

    /** Every annotation of that name, those in containers too. */
    List<AnnotationUse> all(String name) {
        asked.add(name);
        return uses.getOrDefault(name, List.of());
    }

    /** The annotation of that name. */
    Optional<AnnotationUse> one(String name) {
        return all(name).stream().findFirst();
    }

    /** Whether the annotation is there. */
    boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** Whether one of them is there. */
    boolean hasAny(String... names) {
        boolean found = false;
        for (String name : names) {
            found |= has(name);
        }
        return found;
    }

    /** The annotation of Hibernate of that name. */
    Optional<AnnotationUse> hibernate(String name) {
        return one("Hibernate." + name);
    }

    /** Those that nobody asked for, of all that somebody should; whoever takes them reports them. */
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
