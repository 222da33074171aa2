package dev.tenon.runtime.evolution;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.sql.TypeSql;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.List;
import java.util.Optional;

/**
 * The types of columns, and a value of each for every row. All columns of a type have the same values, so that
 * references are valid; most types have another value in each row, so that keys are valid.
 */
final class TypeValues {

    /** Types with another value in each row. */
    static final List<ColumnType> KEYS = List.of(
            ColumnType.builtin("integer"),
            ColumnType.builtin("integer"),
            ColumnType.builtin("bigint"),
            ColumnType.builtin("text"),
            ColumnType.builtin("varchar", 40),
            ColumnType.builtin("uuid"),
            ColumnType.builtin("date"));

    /** Other types. */
    static final List<ColumnType> OTHERS = List.of(
            ColumnType.builtin("boolean"),
            ColumnType.builtin("timestamptz"),
            ColumnType.builtin("jsonb"),
            ColumnType.builtin("numeric"),
            ColumnType.builtin("double precision"),
            ColumnType.builtin("bytea"),
            ColumnType.parse("text[]"));

    private TypeValues() {}

    static boolean isKey(ColumnType type) {
        return KEYS.contains(type);
    }

    /** Whether the text of the value is independent of time and place. */
    static boolean isText(ColumnType type) {
        return List.of("integer", "bigint", "text", "varchar(40)", "numeric").contains(type.toString());
    }

    /** Returns the value of a type in one row, as an SQL expression. */
    static String of(ColumnType type, int row, Schema schema) {
        return Literal.text(text(type, row, schema)).strip() + "::" + TypeSql.name(type);
    }

    /** Returns the text of this value, as the server writes it apart from quotes. */
    static String text(ColumnType type, int row, Schema schema) {
        if (type instanceof ColumnType.Array array) {
            return "{\"" + text(array.element(), row, schema) + "\"}";
        }
        if (type instanceof ColumnType.UserDefined user) {
            Optional<EnumType> found = schema.enumType(user.name());
            if (found.isEmpty()) {
                return user.name().name().equals("hstore") ? "n=>" + row : Integer.toString(row);
            }
            EnumType labels = found.get();
            return labels.labels().get(row % labels.labels().size());
        }
        return switch (((ColumnType.Builtin) type).name()) {
            case "text", "varchar" -> Integer.toString(row);
            case "uuid" -> "00000000-0000-0000-0000-00000000000" + row;
            case "date" -> "2024-01-0" + row;
            case "timestamptz" -> "2024-01-0" + row + " 00:00:00+00";
            case "boolean" -> row % 2 == 0 ? "true" : "false";
            case "timestamp" -> "2024-01-0" + row + " 00:00:00";
            case "numeric" -> row + ".50";
            case "double precision" -> row + ".25";
            case "bytea" -> "\\x0" + row;
            case "jsonb" -> "{\"n\": " + row + "}";
            default -> Integer.toString(row);
        };
    }
}
