package dev.tenon.processor.read.jpa;

import dev.tenon.schema.sql.Identifier;
import dev.tenon.schema.sql.Literal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The values that a column holds, if they are fewer than those of its type.
 *
 * @param texts the permitted strings; empty for numbers
 * @param largest the largest permitted number, from 0 on
 */
record ValueCheck(List<String> texts, int largest) {
    ValueCheck {
        texts = List.copyOf(texts);
    }

    /** The condition on the column. */
    String on(String column) {
        String name = Identifier.quote(column);
        return texts.isEmpty()
                ? name + " BETWEEN 0 AND " + largest
                : name + " IN (" + texts.stream().map(Literal::text).collect(Collectors.joining(", ")) + ")";
    }
}
