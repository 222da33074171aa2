package dev.tenon.processor.read;

import java.util.List;
import javax.lang.model.element.Element;

/**
 * A field or getter that maps to several columns.
 *
 * @param path its name in lists of annotations
 * @param element the field or getter
 * @param columns its columns
 */
public record Embedding(String path, Element element, List<String> columns) {
    public Embedding {
        columns = List.copyOf(columns);
    }
}
