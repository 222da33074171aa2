package dev.tenon.runtime.internal.fence;

import dev.tenon.runtime.isolation.FenceFinding;
import dev.tenon.schema.ObjectPath;
import java.util.Objects;

/**
 * A query that counts rows, and what they mean.
 *
 * @param at the table, or the foreign key
 * @param kind what is wrong with the rows
 * @param sql the query, whose result is their number
 * @param detail what follows the number in words
 */
record RowQuery(ObjectPath at, FenceFinding.Kind kind, String sql, String detail) {

    RowQuery {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(detail, "detail");
    }

    FenceFinding finding(long rows) {
        return new FenceFinding(at, kind, rows, rows + (rows == 1 ? " row " : " rows ") + detail);
    }

    FenceFinding notCounted(String reason) {
        return new FenceFinding(at, FenceFinding.Kind.NOT_COUNTED, 0, "not counted: " + reason);
    }
}
