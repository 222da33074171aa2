package dev.tenon.processor.internal.read;

import dev.tenon.processor.internal.read.annotation.Accessors;
import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.annotation.EntityAnnotations;
import dev.tenon.processor.internal.read.structure.EmbeddedProperty;
import dev.tenon.processor.internal.read.structure.EntityStructure;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reports annotations of Tenon in places where no reader reads them, so that none is silently ignored. */
public final class MisplacedAnnotations {

    private static final List<String> OF_ONE_COLUMN = List.of(
            "Column",
            "Default",
            "Identity",
            "Computed",
            "Backfill",
            "ConvertUsing",
            "RenamedFrom",
            "Retired",
            "Vector",
            "HalfVector",
            "SparseVector",
            "BitVector",
            "Jsonb",
            "TextSearch");

    /** Annotations that only say where entities go, so that nothing is lost if there are none. */
    private static final Set<String> OF_PACKAGES = Set.of("@Schema", "@Namespace");

    private final ReadContext context;

    public MisplacedAnnotations(ReadContext context) {
        this.context = context;
    }

    /** Reports annotations on methods, and annotations for one column on embedded fields. */
    void refuse(EntityStructure shape) {
        shape.embeddings().forEach(this::refuse);
        shape.hierarchy().forEach(this::refuseOnMethods);
        shape.hierarchy().forEach(this::refuseAbove);
    }

    /** Reports annotations of one column on an embedded field. */
    public void refuse(EmbeddedProperty embedding) {
        for (AnnotationUse use : context.annotations().findAny(embedding.element(), OF_ONE_COLUMN)) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.CONFLICT,
                            use.site(),
                            Annotations.written(use) + " is about one column, and " + embedding.path() + " is embedded",
                            "put it on a field of the embedded type");
        }
    }

    /** Reports annotations that are read only together with entities, on types and packages without an entity. */
    void refuseUnread(Collection<Element> beside, Set<Element> read) {
        for (Element element : beside) {
            if (!read.contains(element)) {
                uses(element).forEach(use -> unread(element, use));
            }
        }
    }

    private void unread(Element element, AnnotationUse use) {
        String problem = Annotations.written(use) + " on " + element + " has no effect: "
                + (element instanceof TypeElement
                        ? "the type is not an entity"
                        : "the package and its subpackages contain no entity");
        String remedy = "put the annotation on an entity, or on a package with entities in it or below it";
        if (OF_PACKAGES.contains(Annotations.written(use))) {
            context.diagnostics().withoutEffect(DiagnosticCode.UNREAD, use.site(), problem, remedy);
        } else {
            context.diagnostics().unlessPart(DiagnosticCode.UNREAD, use.site(), problem, remedy);
        }
    }

    private List<AnnotationUse> uses(Element element) {
        return EntityAnnotations.ADDITIONAL.stream()
                .flatMap(name -> context.annotations().all(element, name).stream())
                .toList();
    }

    /**
     * Annotations on methods of interfaces apply to the components of records; two that contradict each other are
     * reported.
     */
    private void refuseAbove(TypeElement type) {
        Set<String> components = components(type);
        Map<String, AnnotationUse> said = new HashMap<>();
        for (ExecutableElement method : Accessors.declaredAbove(type)) {
            String name = method.getSimpleName().toString();
            for (AnnotationUse use : context.annotations().startingWith(method, EntityAnnotations.PACKAGE)) {
                AnnotationUse other = said.putIfAbsent(name + Annotations.written(use), use);
                if (!components.contains(name)) {
                    onMethod(use);
                } else if (other != null
                        && !other.mirror().toString().equals(use.mirror().toString())
                        && !isDeclaredBy(type, name, use)) {
                    context.diagnostics()
                            .error(
                                    DiagnosticCode.CONFLICT,
                                    use.site(),
                                    "two interfaces declare different " + Annotations.written(use) + " of "
                                            + type.getSimpleName() + "." + name,
                                    "put the annotation on the component of the record");
                }
            }
        }
    }

    private static boolean isDeclaredBy(TypeElement type, String component, AnnotationUse use) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(component))
                .flatMap(field -> field.getAnnotationMirrors().stream())
                .anyMatch(mirror -> mirror.getAnnotationType()
                        .asElement()
                        .equals(use.mirror().getAnnotationType().asElement()));
    }

    /** The accessors of a record carry the annotations of its components, so they are not reported. */
    private void refuseOnMethods(TypeElement type) {
        Set<String> components = components(type);
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (!components.contains(method.getSimpleName().toString())) {
                context.annotations()
                        .startingWith(method, EntityAnnotations.PACKAGE)
                        .forEach(this::onMethod);
            }
        }
    }

    private static Set<String> components(TypeElement type) {
        Set<String> components = new HashSet<>();
        if (type.getKind() == ElementKind.RECORD) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                components.add(field.getSimpleName().toString());
            }
        }
        return components;
    }

    private void onMethod(AnnotationUse use) {
        context.diagnostics()
                .error(
                        DiagnosticCode.ON_METHOD,
                        use.site(),
                        Annotations.written(use) + " on a method has no effect",
                        "put the annotation on the field or record component");
    }
}
