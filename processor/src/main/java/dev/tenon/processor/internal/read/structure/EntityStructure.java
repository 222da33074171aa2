package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
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

    /**
     * The columns of an item of a list: those of the field of that name, or else the column of that name, even if it
     * does not exist.
     */
    public List<String> columnsOf(String item) {
        for (Property property : properties()) {
            if (property.path().equals(item)) {
                return List.of(property.column());
            }
        }
        for (EmbeddedProperty embedding : embeddings()) {
            if (embedding.path().equals(item)) {
                return embedding.columns();
            }
        }
        return List.of(item);
    }

    /** The columns in a list of an annotation, each with its place. */
    public List<ListedColumn> listed(AnnotationUse use, String attribute) {
        return use.texts(attribute).stream()
                .flatMap(item ->
                        columnsOf(item.text().strip()).stream().map(column -> new ListedColumn(column, item.site())))
                .toList();
    }
}
