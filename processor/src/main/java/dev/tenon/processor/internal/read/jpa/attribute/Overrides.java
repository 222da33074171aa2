package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The overrides of an embedding or extending class, by the path of the overridden attribute. */
public final class Overrides {

    /** Nothing is overridden. */
    public static final Overrides NONE = new Overrides(Map.of(), Map.of());

    private static final List<String> KINDS = List.of("AttributeOverride", "AssociationOverride", "Convert");

    /** The annotations by key: the kind of the annotation, a space, and the path. */
    private final Map<String, AnnotationUse> uses;

    /** The inner overrides that an outer one replaces, by key. They count as applied and are not reported. */
    private final Map<String, List<AnnotationUse>> covered;

    private Overrides(Map<String, AnnotationUse> uses, Map<String, List<AnnotationUse>> covered) {
        this.uses = Map.copyOf(uses);
        this.covered = Map.copyOf(covered);
    }

    /** The overrides on a class or attribute. */
    public static Overrides on(JpaAnnotations marks, OverrideLog log) {
        Map<String, AnnotationUse> uses = new LinkedHashMap<>();
        for (String kind : KINDS) {
            for (AnnotationUse use : marks.all(kind)) {
                String path = use.text(kind.equals("Convert") ? "attributeName" : "name");
                if (!path.isBlank()) {
                    uses.putIfAbsent(kind + " " + path.strip(), use);
                    log.declare(use);
                }
            }
        }
        return uses.isEmpty() ? NONE : new Overrides(uses, Map.of());
    }

    /** The override of that kind for the attribute. */
    public Optional<AnnotationUse> find(String kind, String attribute, OverrideLog log) {
        Optional<AnnotationUse> found = Optional.ofNullable(uses.get(kind + " " + attribute));
        found.ifPresent(log::meet);
        covered.getOrDefault(kind + " " + attribute, List.of()).forEach(log::meet);
        return found;
    }

    /** The overrides of attributes in the given attribute. */
    public Overrides within(String attribute) {
        Map<String, AnnotationUse> inner = within(attribute, uses);
        return inner.isEmpty() ? NONE : new Overrides(inner, within(attribute, covered));
    }

    private static <T> Map<String, T> within(String attribute, Map<String, T> said) {
        Map<String, T> inner = new LinkedHashMap<>();
        said.forEach((key, value) -> {
            int blank = key.indexOf(' ') + 1;
            if (key.startsWith(attribute + ".", blank)) {
                inner.put(key.substring(0, blank) + key.substring(blank + attribute.length() + 1), value);
            }
        });
        return inner;
    }

    /** These overrides and the others; these take precedence, because the outermost override wins. */
    public Overrides over(Overrides others) {
        if (others.uses.isEmpty()) {
            return this;
        }
        Map<String, AnnotationUse> both = new LinkedHashMap<>(others.uses);
        both.putAll(uses);
        Map<String, List<AnnotationUse>> below = new LinkedHashMap<>(others.covered);
        below.putAll(covered);
        uses.keySet().stream().filter(others.uses::containsKey).forEach(key -> {
            List<AnnotationUse> all = new ArrayList<>(covered.getOrDefault(key, List.of()));
            all.add(others.uses.get(key));
            all.addAll(others.covered.getOrDefault(key, List.of()));
            below.put(key, all);
        });
        return new Overrides(both, below);
    }
}
