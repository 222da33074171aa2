package dev.tenon.processor.internal.read.structure;

import java.util.List;
import javax.lang.model.element.Element;

/**
 * A field or getter that maps to several columns.
 *
 * @param path its name in lists of annotations
 * @param element the field or getter
 * @param columns its columns
 */
public record EmbeddedProperty(String path, Element element, List<String> columns) {
    public EmbeddedProperty {
        columns = List.copyOf(columns);
    }
}
