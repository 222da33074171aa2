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
 * @param before the column as it was
 * @param after the column as it will be
 */
public record ShadowColumn(QualifiedName table, Column before, Column after) {

    public String name() {
        return after.name();
    }

    /** The name of the new column until it takes the place of the old one. */
    public String shadow() {
        return TemporaryNames.name(name());
    }

    ObjectPath path() {
        return ObjectPath.column(table, name());
    }

    public String quoted() {
        return Identifier.quote(name());
    }

    /** Whether the server computes the new column, otherwise than the old one if it computed that. */
    public boolean computed() {
        return after.generated() && !before.defaultValue().equals(after.defaultValue());
    }

    /** Whether the new column takes no nulls while the old one did. */
    public boolean becomesNotNull() {
        return before.nullable() && !after.nullable();
    }
}
