package dev.tenon.runtime.internal.effect;

import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A generated statement that moves rows out of the default partition, as {@code RowMoveSql} writes it.
 *
 * @param from the default partition
 * @param to the new partition
 * @param columns the columns that it moves
 * @param condition which rows, as SQL
 */
public record RowMoveStatement(QualifiedName from, QualifiedName to, List<String> columns, String condition) {

    private static final StatementPattern HEAD = new StatementPattern("with moved as \\( delete from <name> where");
    private static final StatementPattern TAIL = new StatementPattern("\\) insert into <name>");
    private static final String GUARD = ")\n      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint";
    private static final String RETURNED = "\n    RETURNING ";

    public RowMoveStatement {
        columns = List.copyOf(columns);
    }

    /** Parses the statement; empty for another one. */
    public static Optional<RowMoveStatement> of(String sql) {
        int guard = sql.lastIndexOf(GUARD);
        int returned = sql.indexOf(RETURNED, guard);
        int end = sql.indexOf("\n)\nINSERT INTO ", returned);
        Optional<Matcher> head = HEAD.match(sql);
        if (head.isEmpty() || guard < 0 || returned < 0 || end < 0) {
            return Optional.empty();
        }
        int begin = sql.indexOf('(', sql.indexOf("WHERE", head.get().end(1))) + 1;
        return TAIL.match(sql.substring(end + 1))
                .map(tail -> new RowMoveStatement(
                        NameParser.parse(head.get().group(1)),
                        NameParser.parse(tail.group(1)),
                        NameParser.parts(sql.substring(returned + RETURNED.length(), end)),
                        sql.substring(begin, guard)));
    }
}
