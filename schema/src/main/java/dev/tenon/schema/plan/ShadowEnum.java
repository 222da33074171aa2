package dev.tenon.schema.plan;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.diff.EnumChange;
import java.util.List;

/**
 * An enum type whose place another one takes.
 *
 * @param change what changes of it
 */
record ShadowEnum(EnumChange.Rebuild change) {

    QualifiedName name() {
        return change.after().name();
    }

    /** The name of the new type until it takes the place of the old one. */
    QualifiedName shadow() {
        return name().withName(Interim.name(name().name()));
    }

    /** The name of the old type after that, until it is dropped. */
    QualifiedName former() {
        return name().withName(Interim.former(name().name()));
    }

    EnumType interim() {
        return new EnumType(shadow(), change.after().labels(), change.after().comment());
    }

    /** Whether values of the column type are of this type, or arrays of it. */
    boolean isOf(ColumnType type) {
        return type instanceof ColumnType.Array array
                ? isOf(array.element())
                : type.equals(new ColumnType.UserDefined(name(), List.of()));
    }

    /** The column type with the new type in the place of the old one. */
    ColumnType interim(ColumnType type) {
        if (!isOf(type)) {
            return type;
        }
        ColumnType element = new ColumnType.UserDefined(shadow(), List.of());
        return type instanceof ColumnType.Array ? new ColumnType.Array(element) : element;
    }
}
