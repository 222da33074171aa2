package dev.tenon.processor.read;

import java.util.List;
import javax.lang.model.element.Element;

/**
 * An element of an entity that may carry constraints and indexes.
 *
 * @param element a field, an embedded field or a class
 * @param columns the columns of the field; none for a class
 */
record Place(Element element, List<String> columns) {
    Place {
        columns = List.copyOf(columns);
    }
}
