package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.report.SourceLocation;
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
public record EntityReference(
        List<String> columns,
        EntityClass target,
        List<String> targetColumns,
        Optional<String> name,
        ForeignKeyAction onDelete,
        SourceLocation site) {
    public EntityReference {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** The same foreign key, with no action on delete. */
    public EntityReference withoutAction() {
        return new EntityReference(columns, target, targetColumns, name, ForeignKeyAction.NO_ACTION, site);
    }
}
