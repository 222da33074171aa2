package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The overrides of an embedding or extending class, by the path of the overridden attribute. */
final class Overrides {

    /** No overrides. */
    static final Overrides NONE = new Overrides(Map.of());

    private static final List<String> KINDS = List.of("AttributeOverride", "AssociationOverride", "Convert");

    /** The annotations by key: the kind of the annotation, a blank, and the path. */
    private final Map<String, AnnotationUse> uses;

    private Overrides(Map<String, AnnotationUse> uses) {
        this.uses = Map.copyOf(uses);
    }

    /** The overrides on a class or attribute. */
    static Overrides on(Marks marks, OverrideLog log) {
        Map<String, AnnotationUse> uses = new LinkedHashMap<>();
        for (String kind : KINDS) {
            for (AnnotationUse use : marks.all(kind)) {
                String path = use.text(kind.equals("Convert") ? "attributeName" : "name");
                if (!path.isBlank()) {
                    uses.putIfAbsent(kind + " " + path.strip(), use);
                    log.say(use);
                }
            }
        }
        return uses.isEmpty() ? NONE : new Overrides(uses);
    }

    /** The override of that kind for the attribute. */
    Optional<AnnotationUse> find(String kind, String attribute, OverrideLog log) {
        Optional<AnnotationUse> found = Optional.ofNullable(uses.get(kind + " " + attribute));
        found.ifPresent(log::meet);
        return found;
    }

    /** The overrides of attributes in the given attribute. */
    Overrides within(String attribute) {
        Map<String, AnnotationUse> inner = new LinkedHashMap<>();
        uses.forEach((key, use) -> {
            int blank = key.indexOf(' ') + 1;
            if (key.startsWith(attribute + ".", blank)) {
                inner.put(key.substring(0, blank) + key.substring(blank + attribute.length() + 1), use);
            }
        });
        return inner.isEmpty() ? NONE : new Overrides(inner);
    }

    /** These overrides and the others; these take precedence, because the outermost override wins. */
    Overrides over(Overrides others) {
        if (others.uses.isEmpty()) {
            return this;
        }
        Map<String, AnnotationUse> both = new LinkedHashMap<>(others.uses);
        both.putAll(uses);
        return new Overrides(both);
    }
}
