package dev.tenon.processor.internal.read.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotations on elements by name, those of {@code dev.tenon.annotation} by their simple name. Each element is
 * read once and cached, because every reader looks for its own annotations and most elements have none. Elements are
 * valid only in their round, so an instance serves one round.
 */
public final class Annotations {

    private static final String LIST = ".List";

    private final Map<Element, PresentAnnotations> read = new HashMap<>();
    private final Map<Element, AnnotationKind> kinds = new HashMap<>();

    private @Nullable Element latest;
    private PresentAnnotations ofLatest = PresentAnnotations.NONE;

    /**
     * An annotation on an element.
     *
     * @param name its full name
     * @param ours the simple name of an annotation of Tenon, empty for other annotations
     */
    private record NamedAnnotation(String name, String ours, AnnotationUse use) {

        /** Whether the annotation is the container of that repeatable annotation. */
        boolean lists(String simpleName) {
            return ours.length() == simpleName.length() + LIST.length()
                    && ours.startsWith(simpleName)
                    && ours.endsWith(LIST);
        }
    }

    /**
     * All annotations on an element. Readers look for dozens of names and rarely find one, so a bit for each first
     * letter rejects most lookups.
     */
    private record PresentAnnotations(List<NamedAnnotation> all, int initials) {

        static final PresentAnnotations NONE = new PresentAnnotations(List.of(), 0);

        static PresentAnnotations of(List<NamedAnnotation> all) {
            int initials = 0;
            for (NamedAnnotation each : all) {
                initials |= each.ours().isEmpty() ? 0 : bit(each.ours());
            }
            return new PresentAnnotations(all, initials);
        }

        /** Whether an annotation of this name, or its container, may be present. */
        boolean mayHave(String simpleName) {
            return (initials & bit(simpleName)) != 0;
        }

        private static int bit(String name) {
            return 1 << name.charAt(0);
        }
    }

    /** Whether one of the markers is on the class. */
    public boolean marksEntity(Element type) {
        for (NamedAnnotation each : read(type).all()) {
            if (EntityAnnotations.OF_ENTITIES.contains(each.name())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the class is an entity, or declares how entities are read. */
    public boolean marksRead(Element type) {
        return marksEntity(type) || EntityAnnotations.areJpaOn(type);
    }

    /** The annotation of that name on the element. */
    public Optional<AnnotationUse> find(Element element, String simpleName) {
        PresentAnnotations there = read(element);
        return there.mayHave(simpleName) ? find(there, simpleName) : Optional.empty();
    }

    private static Optional<AnnotationUse> find(PresentAnnotations there, String simpleName) {
        for (NamedAnnotation each : there.all()) {
            if (each.ours().equals(simpleName)) {
                return Optional.of(each.use());
            }
        }
        return Optional.empty();
    }

    /** Whether the annotation of that name is on the element. */
    public boolean has(Element element, String simpleName) {
        PresentAnnotations there = read(element);
        return there.mayHave(simpleName) && find(there, simpleName).isPresent();
    }

    /** Whether the element has any annotation. */
    public boolean any(Element element) {
        return !read(element).all().isEmpty();
    }

    /** The annotations on the element with one of the names, in the order of the names. */
    public List<AnnotationUse> findAny(Element element, List<String> simpleNames) {
        PresentAnnotations there = read(element);
        if (there.initials() == 0) {
            return List.of();
        }
        List<AnnotationUse> found = new ArrayList<>();
        for (String name : simpleNames) {
            if (there.mayHave(name)) {
                find(there, name).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The annotations on the element whose full names start with the prefix. */
    public List<AnnotationUse> startingWith(Element element, String prefix) {
        List<AnnotationUse> found = new ArrayList<>();
        for (NamedAnnotation each : read(element).all()) {
            if (each.name().startsWith(prefix)) {
                found.add(each.use());
            }
        }
        return found;
    }

    /** Every annotation of that repeatable type on the element, in source order. */
    public List<AnnotationUse> all(Element element, String simpleName) {
        PresentAnnotations there = read(element);
        return there.mayHave(simpleName) ? all(there, simpleName) : List.of();
    }

    private List<AnnotationUse> all(PresentAnnotations there, String simpleName) {
        List<AnnotationUse> uses = new ArrayList<>();
        for (NamedAnnotation each : there.all()) {
            if (each.ours().equals(simpleName)) {
                uses.add(each.use());
            } else if (each.lists(simpleName)) {
                uses.addAll(nested(each.use(), "value"));
            }
        }
        return uses;
    }

    /** The annotations in a list that is an attribute of another annotation. */
    public List<AnnotationUse> nested(AnnotationUse outer, String attribute) {
        return outer.annotations(attribute).stream()
                .map(mirror -> kind(mirror).use(outer.element(), mirror))
                .toList();
    }

    /** The annotation that is the value of an attribute of another annotation. */
    public Optional<AnnotationUse> inner(AnnotationUse outer, String attribute) {
        AnnotationValue value = outer.values().get(attribute);
        return value != null && value.getValue() instanceof AnnotationMirror mirror
                ? Optional.of(kind(mirror).use(outer.element(), mirror))
                : Optional.empty();
    }

    /** The simple name of the annotation as in the source, for example {@code @Column}. */
    public static String written(AnnotationUse use) {
        return "@" + use.mirror().getAnnotationType().asElement().getSimpleName();
    }

    private PresentAnnotations read(Element element) {
        if (element != latest) {
            ofLatest = remember(element);
            latest = element;
        }
        return ofLatest;
    }

    private PresentAnnotations remember(Element element) {
        PresentAnnotations known = read.get(element);
        if (known == null) {
            List<? extends AnnotationMirror> mirrors = element.getAnnotationMirrors();
            List<NamedAnnotation> own = mirrors.isEmpty() ? List.of() : read(element, mirrors);
            List<ExecutableElement> accessors = Accessors.of(element);
            List<NamedAnnotation> all = accessors.isEmpty() ? own : withThose(accessors, own);
            known = all.isEmpty() ? PresentAnnotations.NONE : PresentAnnotations.of(all);
            read.put(element, known);
        }
        return known;
    }

    /** An annotation on the component takes precedence over the same annotation on an implemented accessor. */
    private List<NamedAnnotation> withThose(List<ExecutableElement> accessors, List<NamedAnnotation> own) {
        List<NamedAnnotation> all = new ArrayList<>(own);
        for (ExecutableElement accessor : accessors) {
            for (NamedAnnotation each : read(accessor, accessor.getAnnotationMirrors())) {
                boolean said = all.stream().anyMatch(other -> other.name().equals(each.name()));
                if (!said && !each.ours().isEmpty()) {
                    all.add(each);
                }
            }
        }
        return all;
    }

    private List<NamedAnnotation> read(Element element, List<? extends AnnotationMirror> mirrors) {
        List<NamedAnnotation> found = new ArrayList<>(mirrors.size());
        for (AnnotationMirror mirror : mirrors) {
            AnnotationKind kind = kind(mirror);
            found.add(new NamedAnnotation(kind.name(), kind.ours(), kind.use(element, mirror)));
        }
        return found;
    }

    private AnnotationKind kind(AnnotationMirror mirror) {
        return kinds.computeIfAbsent(mirror.getAnnotationType().asElement(), AnnotationKind::of);
    }

    /** The full name of the annotation's type. */
    public static String name(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement() instanceof QualifiedNameable type
                ? type.getQualifiedName().toString()
                : "";
    }
}
