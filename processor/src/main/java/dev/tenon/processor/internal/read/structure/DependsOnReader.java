package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Finds the tables and views of the classes in {@code dependsOn}. */
public final class DependsOnReader {

    private final ReadContext context;
    private final Map<TypeElement, QualifiedName> known;

    public DependsOnReader(ReadContext context, Map<TypeElement, QualifiedName> known) {
        this.context = context;
        this.known = known;
    }

    public List<QualifiedName> of(AnnotationUse use) {
        List<QualifiedName> names = new ArrayList<>();
        for (TypeMirror type : use.types("dependsOn")) {
            QualifiedName name =
                    context.types().asElement(type) instanceof TypeElement element ? known.get(element) : null;
            if (name != null) {
                names.add(name);
            } else if (!UnresolvedNames.in(type)) {
                context.diagnostics()
                        .error(
                                DiagnosticCode.DEPENDS_ON,
                                use.site("dependsOn"),
                                type + " is neither an entity nor a view",
                                "name the class of an entity or view");
            }
        }
        return names;
    }
}
