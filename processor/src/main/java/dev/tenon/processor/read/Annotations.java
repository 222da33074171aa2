package dev.tenon.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.util.Elements;

/** Finds annotations on elements by name, those of {@code dev.tenon.annotation} by their simple name. */
public final class Annotations {

    /** The annotations that make a class an entity, by their full names. */
    public static final Set<String> ENTITY_MARKERS = Set.of(
            "dev.tenon.annotation.Table",
            "dev.tenon.annotation.TenantScoped",
            "dev.tenon.annotation.TenantRoot",
            "dev.tenon.annotation.Shared");

    private static final String PACKAGE = "dev.tenon.annotation.";

    private final Elements elements;

    public Annotations(Elements elements) {
        this.elements = elements;
    }

    /** Whether one of the markers stands on the class. */
    public boolean marksEntity(Element type) {
        return type.getAnnotationMirrors().stream().anyMatch(mirror -> ENTITY_MARKERS.contains(name(mirror)));
    }

    /** The annotation of that name on the element. */
    public Optional<AnnotationUse> find(Element element, String simpleName) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> name(mirror).equals(PACKAGE + simpleName))
                .findFirst()
                .map(mirror -> use(element, mirror));
    }

    /** Whether the annotation of that name stands on the element. */
    public boolean has(Element element, String simpleName) {
        return find(element, simpleName).isPresent();
    }

    /** Those of the names that stand on the element, in the order of the names. */
    public List<AnnotationUse> findAny(Element element, List<String> simpleNames) {
        return simpleNames.stream()
                .flatMap(name -> find(element, name).stream())
                .toList();
    }

    /** The annotations on the element whose full names begin so. */
    public List<AnnotationUse> startingWith(Element element, String prefix) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> name(mirror).startsWith(prefix))
                .map(mirror -> use(element, mirror))
                .toList();
    }

    /** Every annotation of that repeatable kind on the element, in order of writing. */
    public List<AnnotationUse> all(Element element, String simpleName) {
        List<AnnotationUse> uses = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (name(mirror).equals(PACKAGE + simpleName)) {
                uses.add(use(element, mirror));
            } else if (name(mirror).equals(PACKAGE + simpleName + ".List")) {
                nested(use(element, mirror), "value").forEach(uses::add);
            }
        }
        return uses;
    }

    /** The annotations in a list inside another one. */
    public List<AnnotationUse> nested(AnnotationUse outer, String attribute) {
        return outer.annotations(attribute).stream()
                .map(mirror -> use(outer.element(), mirror))
                .toList();
    }

    /** The simple name of the annotation as it is written, for example {@code @Column}. */
    public static String written(AnnotationUse use) {
        return "@" + use.mirror().getAnnotationType().asElement().getSimpleName();
    }

    private AnnotationUse use(Element element, AnnotationMirror mirror) {
        Map<String, AnnotationValue> values = new HashMap<>();
        elements.getElementValuesWithDefaults(mirror)
                .forEach((method, value) -> values.put(method.getSimpleName().toString(), value));
        return new AnnotationUse(element, mirror, values);
    }

    private static String name(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement() instanceof QualifiedNameable type
                ? type.getQualifiedName().toString()
                : "";
    }
}
