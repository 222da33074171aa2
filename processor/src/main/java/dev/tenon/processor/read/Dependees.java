package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Finds the tables and views of the classes in {@code dependsOn}. */
final class Dependees {

    private final ReadContext context;
    private final Map<TypeElement, QualifiedName> known;

    Dependees(ReadContext context, Map<TypeElement, QualifiedName> known) {
        this.context = context;
        this.known = known;
    }

    List<QualifiedName> of(AnnotationUse use) {
        List<QualifiedName> names = new ArrayList<>();
        for (TypeMirror type : use.types("dependsOn")) {
            QualifiedName name =
                    context.types().asElement(type) instanceof TypeElement element ? known.get(element) : null;
            if (name != null) {
                names.add(name);
            } else if (!Unresolved.in(type)) {
                context.diagnostics()
                        .error(
                                Code.DEPENDS_ON,
                                use.site("dependsOn"),
                                type + " is neither an entity nor a view",
                                "name the class of an entity or view");
            }
        }
        return names;
    }
}
