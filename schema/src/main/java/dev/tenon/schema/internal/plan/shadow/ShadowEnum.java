package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import java.util.List;

/**
 * An enum type that a new type replaces.
 *
 * @param change its change
 */
public record ShadowEnum(EnumChange.Recreate change) {

    public QualifiedName name() {
        return change.after().name();
    }

    /** The name of the new type until the cutover. */
    public QualifiedName shadow() {
        return name().withName(TemporaryNames.name(name().name()));
    }

    /** The name of the old type after the cutover, until it is dropped. */
    public QualifiedName former() {
        return name().withName(TemporaryNames.former(name().name()));
    }

    public EnumType interim() {
        return new EnumType(shadow(), change.after().labels(), change.after().comment());
    }

    /** Whether values of the column type are of this type, or arrays of it. */
    public boolean isOf(ColumnType type) {
        return type instanceof ColumnType.Array array
                ? isOf(array.element())
                : type.equals(new ColumnType.UserDefined(name(), List.of()));
    }

    /** The column type with the temporary name of the new type instead of the old type. */
    ColumnType interim(ColumnType type) {
        if (!isOf(type)) {
            return type;
        }
        ColumnType element = new ColumnType.UserDefined(shadow(), List.of());
        return type instanceof ColumnType.Array ? new ColumnType.Array(element) : element;
    }
}
