package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Problem;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * The structure of an entity, before it is mapped.
 *
 * @param entity the class or record
 * @param hierarchy its superclasses from the top down, and the entity at the end
 * @param properties its columns, those of superclasses first
 * @param embeddings its embedded fields
 * @param problems the problems of its structure
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

    /** Whether all types that determine columns are resolved; if not, a later round may provide them. */
    public boolean complete() {
        return problems.stream().noneMatch(problem -> problem.code() == Code.UNRESOLVED)
                && properties.stream().noneMatch(property -> Unresolved.in(property.type()));
    }
}
