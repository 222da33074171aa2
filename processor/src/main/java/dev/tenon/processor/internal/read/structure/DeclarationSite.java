package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.Annotations;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * An element of an entity that may carry constraints and indexes.
 *
 * @param element a field, an embedded field or a class
 * @param columns the columns of the field; none for a class
 */
public record DeclarationSite(Element element, List<String> columns) {
    public DeclarationSite {
        columns = List.copyOf(columns);
    }

    /** All elements of an entity that may carry constraints and indexes: its fields, embedded fields and classes. */
    static List<DeclarationSite> all(EntityStructure shape, Annotations annotations) {
        List<DeclarationSite> sites = new ArrayList<>();
        for (Property each : shape.properties()) {
            if (annotations.any(each.element())) {
                sites.add(new DeclarationSite(each.element(), List.of(each.column())));
            }
        }
        shape.embeddings().forEach(each -> sites.add(new DeclarationSite(each.element(), each.columns())));
        shape.hierarchy().forEach(each -> sites.add(new DeclarationSite(each, List.of())));
        return List.copyOf(sites);
    }
}
