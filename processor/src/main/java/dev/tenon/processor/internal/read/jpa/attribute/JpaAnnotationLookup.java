package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.annotation.EntityAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotationCatalog.Treatment;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Looks up the annotations of an element, once, and reports those that Tenon does not support. */
public final class JpaAnnotationLookup {

    private static final String JAKARTA = "jakarta.persistence.";
    private static final String JAVAX = "javax.persistence.";
    private static final String HIBERNATE = "org.hibernate.annotations.";

    /** The attributes with raw SQL, which cannot be compared with a catalog. */
    private static final Set<String> RAW = Set.of("options", "foreignKeyDefinition", "catalog");

    private final ReadContext context;
    private final JpaOptions options;
    private final Map<Element, JpaAnnotations> known = new LinkedHashMap<>();
    private boolean saidJavax;

    public JpaAnnotationLookup(ReadContext context, JpaOptions options) {
        this.context = context;
        this.options = options;
    }

    /** The annotations on the element. */
    public JpaAnnotations of(Element element) {
        JpaAnnotations marks = known.get(element);
        if (marks == null) {
            marks = read(element);
            known.put(element, marks);
        }
        return marks;
    }

    /** Reports annotations on read elements that no reader asked for. */
    public void refuseUnasked() {
        for (JpaAnnotations marks : known.values()) {
            for (AnnotationUse use : marks.unread()) {
                misplaced(use, "the annotation does not apply there");
            }
        }
    }

    /**
     * Reports an annotation where it has no effect: as a note, because Hibernate ORM passes over it as well, but one of
     * Tenon as an error, because what it asks for would be missing.
     */
    public void misplaced(AnnotationUse use, String reason) {
        String problem = Annotations.written(use) + " has no effect on " + use.element() + ": " + reason;
        String remedy = "move the annotation to where it applies, or remove it";
        if (Annotations.name(use.mirror()).startsWith(EntityAnnotations.PACKAGE)) {
            context.diagnostics().error(DiagnosticCode.JPA_MISPLACED, use.site(), problem, remedy);
        } else {
            context.diagnostics().withoutEffect(DiagnosticCode.JPA_MISPLACED, use.site(), problem, remedy);
        }
    }

    /** What to write beside an annotation of Hibernate whose type only running code knows. */
    public String typeRemedy() {
        return HibernateAnnotationCatalog.remedy("Type");
    }

    /** What the compilation asks for. */
    public JpaOptions options() {
        return options;
    }

    /** Whether a reader is expected to ask for the annotation. */
    static boolean isRead(AnnotationUse use) {
        String name = Annotations.name(use.mirror());
        return name.startsWith(HIBERNATE)
                ? HibernateAnnotationCatalog.isPlaced(name.substring(HIBERNATE.length()))
                : JpaAnnotationCatalog.of(name.substring(name.lastIndexOf('.') + 1)) == Treatment.READ;
    }

    private JpaAnnotations read(Element element) {
        Map<String, List<AnnotationUse>> uses = new LinkedHashMap<>();
        for (AnnotationUse use : context.annotations().startingWith(element, "")) {
            String name = Annotations.name(use.mirror());
            if (options.ignores(name)) {
                continue;
            }
            if (name.startsWith(JAKARTA)) {
                jakarta(use, name.substring(JAKARTA.length()), uses);
            } else if (name.startsWith(JAVAX)) {
                javax(use);
            } else if (name.startsWith(HIBERNATE)) {
                hibernate(use, name.substring(HIBERNATE.length()), uses);
            }
        }
        return new JpaAnnotations(uses);
    }

    private void jakarta(AnnotationUse use, String name, Map<String, List<AnnotationUse>> uses) {
        Treatment treatment = JpaAnnotationCatalog.of(name);
        if (treatment == Treatment.REFUSED) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.JPA_UNMAPPED,
                            use.site(),
                            Annotations.written(use) + " changes the schema in a way that Tenon does not support",
                            "map the entity without it, or manage the table with hand-written SQL");
        }
        if (treatment != Treatment.READ) {
            return;
        }
        refuseRaw(use, use.mirror());
        uses.computeIfAbsent(name, key -> new ArrayList<>()).add(use);
        String item = JpaAnnotationCatalog.CONTAINERS.get(name);
        if (item != null) {
            uses.computeIfAbsent(item, key -> new ArrayList<>())
                    .addAll(context.annotations().nested(use, "value"));
        }
    }

    /**
     * Reports the first of the classes with annotations of {@code javax.persistence}, and only that: everything else
     * follows from it.
     *
     * @return whether there is one
     */
    public boolean refuseJavax(Collection<TypeElement> classes) {
        Optional<AnnotationUse> first = classes.stream()
                .flatMap(type -> context.annotations().startingWith(type, JAVAX).stream())
                .findFirst();
        first.ifPresent(this::javax);
        return first.isPresent();
    }

    /** Reports the annotation, unless another one was reported. */
    private void javax(AnnotationUse use) {
        if (saidJavax) {
            return;
        }
        saidJavax = true;
        context.diagnostics()
                .error(
                        DiagnosticCode.JPA_JAVAX,
                        use.site(),
                        Annotations.written(use) + " belongs to javax.persistence, which ended with version 2.2",
                        "migrate to jakarta.persistence: depend on jakarta.persistence:jakarta.persistence-api, and"
                                + " replace javax.persistence with jakarta.persistence in the imports");
    }

    private void hibernate(AnnotationUse use, String name, Map<String, List<AnnotationUse>> uses) {
        boolean isType = HibernateAnnotationCatalog.TYPES.contains(name);
        if (HibernateAnnotationCatalog.of(name) == Treatment.REFUSED && !isType) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.JPA_HIBERNATE,
                            use.site(),
                            "Hibernate's " + Annotations.written(use) + " changes the schema in a way that Tenon does"
                                    + " not support",
                            HibernateAnnotationCatalog.remedy(name));
            return;
        }
        uses.computeIfAbsent("Hibernate." + name, key -> new ArrayList<>()).add(use);
        String item = HibernateAnnotationCatalog.CONTAINERS.get(name);
        if (item != null) {
            uses.computeIfAbsent("Hibernate." + item, key -> new ArrayList<>())
                    .addAll(context.annotations().nested(use, "value"));
        }
    }

    private void refuseRaw(AnnotationUse use, AnnotationMirror mirror) {
        mirror.getElementValues().entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> entry.getKey().getSimpleName().toString()))
                .forEach(entry -> refuseRaw(use, entry.getKey().getSimpleName().toString(), entry.getValue()));
    }

    private void refuseRaw(AnnotationUse use, String attribute, AnnotationValue value) {
        Object held = value.getValue();
        if (RAW.contains(attribute) && held instanceof String text && !text.isBlank()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.JPA_VALUE,
                            use.site().at(value),
                            attribute + " = '" + text + "' is not supported",
                            "remove it, and use an annotation of Tenon instead");
        } else if (held instanceof AnnotationMirror nested) {
            refuseRaw(use, nested);
        } else if (held instanceof List<?> items) {
            items.forEach(item -> refuseRaw(use, attribute, (AnnotationValue) item));
        }
    }
}
