package dev.tenon.processor.read;

import java.util.List;
import javax.lang.model.element.Element;

/**
 * A field, or getter, that is several columns.
 *
 * @param path how lists name it
 * @param element the field or getter
 * @param columns the columns that it contributes
 */
public record Embedding(String path, Element element, List<String> columns) {
    public Embedding {
        columns = List.copyOf(columns);
    }
}
