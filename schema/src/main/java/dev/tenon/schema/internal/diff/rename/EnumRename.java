package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.sql.parse.EnumLabelRewriter;
import dev.tenon.schema.internal.sql.parse.TypeRewriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Renames an enum type or a label in a schema as the server does: columns and expressions follow. */
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
                        .map(table -> TableExpressions.map(
                                table, (at, kind, sql) -> TypeRewriter.renamed(sql, before, after)))
                        .toList())
                .withViews(schema.views().stream()
                        .map(view -> view.withSql(TypeRewriter.renamed(view.sql(), before, after)))
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
                        .toList())
                .withTables(schema.tables().stream()
                        .map(table -> label(table, type, before, after))
                        .toList())
                .withViews(schema.views().stream()
                        .map(view -> view.withSql(EnumLabelRewriter.in(view.sql(), type, before, after, Set.of())))
                        .toList());
    }

    private static Table label(Table table, QualifiedName type, String before, String after) {
        ColumnType.UserDefined values = new ColumnType.UserDefined(type, List.of());
        Set<String> columns = table.columns().stream()
                .filter(column -> column.type().equals(values))
                .map(Column::name)
                .collect(Collectors.toSet());
        return TableExpressions.map(table, (at, kind, sql) -> EnumLabelRewriter.in(sql, type, before, after, columns));
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
