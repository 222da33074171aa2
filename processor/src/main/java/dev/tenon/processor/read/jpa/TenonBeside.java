package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.Annotations;
import dev.tenon.processor.report.Code;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Tenon's own annotations beside those of Jakarta Persistence: they are honoured, but nothing is said twice. */
final class TenonBeside {

    private static final Map<String, String> TWINS = Map.of(
            "Id", "Id",
            "Embedded", "Embedded",
            "Transient", "Transient",
            "Table", "Table");

    private static final List<String> TWIN_ATTRIBUTES = List.of("name", "length", "precision", "scale", "nullable");

    private final Workbench bench;

    TenonBeside(Workbench bench) {
        this.bench = bench;
    }

    /** Whether an annotation of Tenon gives the attribute's type. */
    boolean saysType(Member member) {
        return bench.shop().types().says(member.element());
    }

    /** Reports what only the annotations of Jakarta Persistence may say on an attribute. */
    void refuse(Member member) {
        refuse(member.element());
        bench.context().annotations().find(member.element(), "Column").ifPresent(use -> {
            for (String attribute : TWIN_ATTRIBUTES) {
                boolean written = use.mirror().getElementValues().keySet().stream()
                        .anyMatch(method -> method.getSimpleName().contentEquals(attribute));
                if (written) {
                    twice(use, attribute, "the " + attribute + " of a column of a JPA entity");
                }
            }
        });
    }

    /** Reports what only the annotations of Jakarta Persistence may say on an entity. */
    void refuse(TypeElement entity) {
        refuse((Element) entity);
    }

    private void refuse(Element element) {
        for (AnnotationUse use : bench.context()
                .annotations()
                .findAny(element, TWINS.keySet().stream().sorted().toList())) {
            twice(use, "", "what Tenon's " + Annotations.written(use) + " says");
        }
    }

    private void twice(AnnotationUse use, String attribute, String what) {
        bench.error(
                Code.JPA_BESIDE,
                use.site(attribute),
                what + " is said by jakarta.persistence in an entity that carries its @Entity",
                "say it with jakarta.persistence's own annotation");
    }
}
