package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.sql.quote.Identifier;

/**
 * A column that a shadow column replaces.
 *
 * @param table its table
 * @param before the column before the migration
 * @param after the column after the migration
 */
public record ShadowColumn(QualifiedName table, Column before, Column after) {

    public String name() {
        return after.name();
    }

    /** The name of the shadow column until the cutover. */
    public String shadow() {
        return TemporaryNames.name(name());
    }

    public ObjectPath path() {
        return ObjectPath.column(table, name());
    }

    public String quoted() {
        return Identifier.quote(name());
    }

    /** Whether the column becomes generated, or its generation expression changes. */
    public boolean computed() {
        return after.generated() && !before.defaultValue().equals(after.defaultValue());
    }

    /** Whether the column becomes NOT NULL. */
    public boolean becomesNotNull() {
        return before.nullable() && !after.nullable();
    }
}
