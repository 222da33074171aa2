package dev.tenon.processor.internal.read.structure;

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
}
