package dev.tenon.schema.internal.plan.type;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.sql.parse.LiteralExpression;
import java.util.Optional;
import java.util.Set;

/**
 * Finds backfills of new columns whose value is a literal. The server stores such a value once for all existing rows,
 * if the column is added with it as default. Domains are excluded because their constraints make the server rewrite the
 * table, and words such as {@code 'now'} because their value depends on the time.
 */
public final class LiteralBackfill {

    /** Any other name may be that of a domain. */
    private static final Set<String> BUILTIN = Set.of(
            "bigint",
            "boolean",
            "bpchar",
            "bytea",
            "char",
            "date",
            "double precision",
            "inet",
            "integer",
            "interval",
            "json",
            "jsonb",
            "numeric",
            "real",
            "smallint",
            "text",
            "time",
            "timestamp",
            "timestamptz",
            "timetz",
            "uuid",
            "varchar");

    private static final Set<String> TIMES = Set.of("date", "time", "timetz", "timestamp", "timestamptz");

    private LiteralBackfill() {}

    /**
     * The default with which the column can be added instead of a backfill.
     *
     * @param column the new column
     * @param value the value of existing rows
     * @param after the schema after the migration
     */
    public static Optional<ColumnDefault> of(Column column, String value, Schema after) {
        boolean plain = column.defaultValue().isEmpty()
                || NewColumnDefault.expression(column).isPresent();
        return LiteralExpression.of(value)
                .filter(literal -> plain && isPlain(column.type(), after) && suits(literal, column.type()))
                .map(literal -> new ColumnDefault.Expression(value));
    }

    private static boolean isPlain(ColumnType type, Schema after) {
        if (type instanceof ColumnType.Array array) {
            return isPlain(array.element(), after);
        }
        return isBuiltin(type)
                || (type instanceof ColumnType.UserDefined own
                        && after.enums().stream().anyMatch(each -> each.name().equals(own.name())));
    }

    private static boolean suits(LiteralExpression literal, ColumnType type) {
        boolean dated = isTime(type);
        if (literal.cast().isPresent()) {
            ColumnType cast = ColumnType.parse(literal.cast().get());
            if (!isBuiltin(cast) && !cast.equals(type)) {
                return false;
            }
            dated |= isTime(cast);
        }
        return !dated
                || (literal.quoted() && Character.isDigit(literal.literal().charAt(1)));
    }

    private static boolean isBuiltin(ColumnType type) {
        return type instanceof ColumnType.Builtin builtin && BUILTIN.contains(builtin.name());
    }

    private static boolean isTime(ColumnType type) {
        ColumnType element = type instanceof ColumnType.Array array ? array.element() : type;
        return element instanceof ColumnType.Builtin builtin && TIMES.contains(builtin.name());
    }
}
