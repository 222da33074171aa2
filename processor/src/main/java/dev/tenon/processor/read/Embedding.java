package dev.tenon.processor.read;

import java.util.List;
import javax.lang.model.element.VariableElement;

/**
 * An embedded field.
 *
 * @param path how lists name it
 * @param element the field
 * @param columns the columns that it contributes
 */
public record Embedding(String path, VariableElement element, List<String> columns) {
    public Embedding {
        columns = List.copyOf(columns);
    }
}
