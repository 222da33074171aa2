package dev.tenon.processor.read.jpa;

import dev.tenon.processor.report.Site;
import dev.tenon.schema.ForeignKeyAction;
import java.util.List;
import java.util.Optional;

/**
 * A reference to an entity.
 *
 * @param columns the referencing columns
 * @param target the entity
 * @param targetColumns the referenced columns
 * @param name the name of the foreign key, where one is said
 * @param onDelete what a delete of the referenced row does
 * @param site where the reference is said
 */
record Link(
        List<String> columns,
        EntityClass target,
        List<String> targetColumns,
        Optional<String> name,
        ForeignKeyAction onDelete,
        Site site) {
    Link {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
