package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Problem;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * What an entity is made of, before any of it is mapped.
 *
 * @param entity the class or record
 * @param hierarchy its superclasses from the topmost on, and itself at the end
 * @param properties its columns, those of superclasses first
 * @param embeddings its embedded fields
 * @param problems what is wrong with its structure
 */
public record Shape(
        TypeElement entity,
        List<TypeElement> hierarchy,
        List<Property> properties,
        List<Embedding> embeddings,
        List<Problem> problems) {
    public Shape {
        hierarchy = List.copyOf(hierarchy);
        properties = List.copyOf(properties);
        embeddings = List.copyOf(embeddings);
        problems = List.copyOf(problems);
    }

    /** Whether everything that decides about columns is there; else another round may bring it. */
    public boolean complete() {
        return problems.stream().noneMatch(problem -> problem.code() == Code.UNRESOLVED)
                && properties.stream().noneMatch(property -> Unresolved.in(property.type()));
    }
}
