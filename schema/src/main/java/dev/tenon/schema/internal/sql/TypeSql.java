package dev.tenon.schema.internal.sql;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;

/** Writes the names of types. */
public final class TypeSql {

    private TypeSql() {}

    /** The type as SQL, with the schema of a user-defined one. */
    public static String name(ColumnType type) {
        if (type instanceof ColumnType.Array array) {
            return name(array.element()) + "[]";
        }
        if (type instanceof ColumnType.UserDefined named) {
            return Identifier.quote(named.name()) + modifiers(named.modifiers());
        }
        ColumnType.Builtin builtin = (ColumnType.Builtin) type;
        return builtin.name() + modifiers(builtin.modifiers());
    }

    private static String modifiers(List<String> modifiers) {
        return modifiers.isEmpty() ? "" : "(" + String.join(", ", modifiers) + ")";
    }
}
