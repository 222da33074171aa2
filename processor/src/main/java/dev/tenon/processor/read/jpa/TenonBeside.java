package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.Annotations;
import dev.tenon.processor.report.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Checks Tenon's annotations on JPA entities: they add to the annotations of Jakarta Persistence and duplicate none.
 */
final class TenonBeside {

    private static final Map<String, String> TWINS = Map.of(
            "Id", "Id",
            "Embedded", "Embedded",
            "Transient", "Transient");

    private static final List<String> OF_COLUMNS = List.of("name", "length", "precision", "scale", "nullable");

    private static final List<String> OF_TABLES = List.of("name", "schema", "keyless");

    private final Workbench bench;

    TenonBeside(Workbench bench) {
        this.bench = bench;
    }

    /** Whether an annotation of Tenon declares the attribute's type. */
    boolean saysType(Member member) {
        return bench.shop().types().says(member.element());
    }

    /** Reports annotations of Tenon on an attribute that duplicate Jakarta Persistence. */
    void refuse(Member member) {
        refuse(member.element());
        refuse(member.element(), "Column", OF_COLUMNS);
    }

    /** Reports annotations of Tenon on an entity or its superclass that duplicate Jakarta Persistence. */
    void refuse(TypeElement type, boolean entity) {
        refuse(type);
        Optional<AnnotationUse> table = bench.context().annotations().find(type, "Table");
        if (entity) {
            refuse(type, "Table", OF_TABLES);
        } else {
            table.ifPresent(use -> twice(use, "", "Tenon's @Table on a mapped superclass"));
        }
    }

    private void refuse(Element element, String annotation, List<String> twins) {
        bench.context()
                .annotations()
                .find(element, annotation)
                .ifPresent(use -> use.given().stream()
                        .filter(twins::contains)
                        .forEach(twin -> twice(
                                use,
                                twin,
                                twin + " of Tenon's @" + annotation)));
    }

    private void refuse(Element element) {
        for (AnnotationUse use : bench.context()
                .annotations()
                .findAny(element, TWINS.keySet().stream().sorted().toList())) {
            twice(use, "", "Tenon's " + Annotations.written(use));
        }
    }

    private void twice(AnnotationUse use, String attribute, String what) {
        bench.error(
                Code.JPA_BESIDE,
                use.site(attribute),
                what + " is not allowed in a JPA mapping",
                "use the annotation of jakarta.persistence instead");
    }
}
