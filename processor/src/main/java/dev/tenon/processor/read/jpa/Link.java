package dev.tenon.processor.read.jpa;

import dev.tenon.processor.report.Site;
import dev.tenon.schema.ForeignKeyAction;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key to an entity.
 *
 * @param columns the referencing columns
 * @param target the entity
 * @param targetColumns the referenced columns
 * @param name the declared name of the foreign key, if there is one
 * @param onDelete the action on delete
 * @param site the place of the relationship
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
