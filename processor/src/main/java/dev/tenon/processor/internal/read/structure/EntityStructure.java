package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceProblem;
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
public record EntityStructure(
        TypeElement entity,
        List<TypeElement> hierarchy,
        List<Property> properties,
        List<EmbeddedProperty> embeddings,
        List<SourceProblem> problems) {
    public EntityStructure {
        hierarchy = List.copyOf(hierarchy);
        properties = List.copyOf(properties);
        embeddings = List.copyOf(embeddings);
        problems = List.copyOf(problems);
    }

    /** Whether all types that determine columns are resolved; if not, a later round may provide them. */
    public boolean complete() {
        return problems.stream().noneMatch(problem -> problem.code() == DiagnosticCode.UNRESOLVED)
                && properties.stream().noneMatch(property -> UnresolvedNames.in(property.type()));
    }
}
