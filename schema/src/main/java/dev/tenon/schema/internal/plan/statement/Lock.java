package dev.tenon.schema.internal.plan.statement;

import dev.tenon.schema.QualifiedName;
import java.util.Objects;

/**
 * A lock that a statement takes on an existing table.
 *
 * @param level its level
 * @param table the table
 */
public record Lock(LockLevel level, QualifiedName table) {

    public Lock {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(table, "table");
    }

    @Override
    public String toString() {
        return level + " on " + table.display();
    }
}
