package dev.tenon.runtime.internal.rowsecurity;

import dev.tenon.schema.QualifiedName;
import java.util.Objects;

/**
 * A table whose rows row-level security may hide from the role.
 *
 * @param relation its identifier in {@code pg_class}
 * @param name its name
 * @param owned whether the role has the rights of its owner
 * @param open whether a policy lets the role see and write every row
 */
public record HiddenTable(long relation, QualifiedName name, boolean owned, boolean open) {
    public HiddenTable {
        Objects.requireNonNull(name, "name");
    }
}
