package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values that a column holds, if they are fewer than those of its type.
 *
 * @param texts the permitted strings; empty for numbers
 * @param largest the largest permitted number, from 0 on
 */
public record ValueCheck(List<String> texts, int largest) {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "char");
    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");

    public ValueCheck {
        texts = List.copyOf(texts);
    }

    /** Whether a column of the type can hold the values. */
    boolean fits(ColumnType type) {
        return type instanceof ColumnType.Builtin builtin
                && (texts.isEmpty() ? NUMBERS : TEXTS).contains(builtin.name());
    }

    /** The condition on the column. */
    public String on(String column) {
        return onExpression(Identifier.quote(column));
    }

    /** The condition on an expression. */
    public String onExpression(String name) {
        return texts.isEmpty()
                ? name + " BETWEEN 0 AND " + largest
                : name + " IN (" + texts.stream().map(Literal::text).collect(Collectors.joining(", ")) + ")";
    }
}
