package dev.tenon.processor.internal.read.structure;

import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The names of an entity's table and columns.
 *
 * @param entity the class or record
 * @param table the table's name
 * @param columns the columns
 */
public record EntityNames(TypeElement entity, QualifiedName table, List<Item> columns) {

    /**
     * A column.
     *
     * @param name the column's name
     * @param type the Java type of its values, if it is known
     */
    public record Item(String name, Optional<TypeMirror> type) {}

    public EntityNames {
        columns = List.copyOf(columns);
    }
}
