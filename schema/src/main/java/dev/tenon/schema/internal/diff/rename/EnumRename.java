package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import java.util.List;

/** Renames an enum type or a label in a schema as the server does: columns follow. */
public final class EnumRename {

    private EnumRename() {}

    /** The schema after the rename. */
    public static Schema apply(Schema schema, QualifiedName before, QualifiedName after) {
        List<EnumType> enums = schema.enums().stream()
                .map(type -> type.name().equals(before) ? new EnumType(after, type.labels(), type.comment()) : type)
                .toList();
        return ObjectRename.apply(schema, before, after)
                .withEnums(enums)
                .withTables(schema.tables().stream()
                        .map(table -> table.withColumns(table.columns().stream()
                                .map(column -> column(column, before, after))
                                .toList()))
                        .toList());
    }

    static Schema label(Schema schema, QualifiedName type, String before, String after) {
        return schema.withEnums(schema.enums().stream()
                .map(each -> each.name().equals(type)
                        ? new EnumType(
                                type,
                                each.labels().stream()
                                        .map(label -> label.equals(before) ? after : label)
                                        .toList(),
                                each.comment())
                        : each)
                .toList());
    }

    private static Column column(Column column, QualifiedName before, QualifiedName after) {
        return column.withType(type(column.type(), before, after));
    }

    private static ColumnType type(ColumnType type, QualifiedName before, QualifiedName after) {
        if (type instanceof ColumnType.Array array) {
            return new ColumnType.Array(type(array.element(), before, after));
        }
        return type instanceof ColumnType.UserDefined named && named.name().equals(before)
                ? new ColumnType.UserDefined(after, named.modifiers())
                : type;
    }
}
