package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Refuses annotations of Tenon where nobody would read them, so that none is silently without effect. */
final class Strays {

    private static final String PACKAGE = "dev.tenon.annotation.";

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

    private final ReadContext context;

    Strays(ReadContext context) {
        this.context = context;
    }

    /** Reports annotations on methods, and those of one column on embedded fields. */
    void refuse(Shape shape) {
        for (Embedding embedding : shape.embeddings()) {
            for (AnnotationUse use : context.annotations().findAny(embedding.element(), OF_ONE_COLUMN)) {
                context.diagnostics()
                        .error(
                                Code.CONFLICT,
                                use.site(),
                                Annotations.written(use) + " is about one column, and " + embedding.path()
                                        + " is embedded",
                                "put it on a field of the embedded type");
            }
        }
        shape.hierarchy().forEach(this::refuseOnMethods);
    }

    /** The accessors of a record carry what its components do. */
    private void refuseOnMethods(TypeElement type) {
        Set<String> components = new HashSet<>();
        if (type.getKind() == ElementKind.RECORD) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                components.add(field.getSimpleName().toString());
            }
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (!components.contains(method.getSimpleName().toString())) {
                context.annotations()
                        .startingWith(method, PACKAGE)
                        .forEach(use -> context.diagnostics()
                                .error(
                                        Code.ON_METHOD,
                                        use.site(),
                                        Annotations.written(use) + " on a method is not read",
                                        "put it on the field or record component"));
            }
        }
    }
}
