package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.schema.internal.sql.BackfillSql;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A generated statement that fills a column in batches, as {@link BackfillSql} writes it.
 *
 * @param source the table as an item of FROM
 * @param column the name of the column
 * @param expression the new value
 * @param whereEmpty the condition that the column is null
 * @param rest further conditions, the range of the batch included
 */
record FillStatement(String source, String column, String expression, String whereEmpty, String rest) {

    private static final StatementPattern HEAD =
            new StatementPattern("update((?: only)? (?!only\\b)<name>) set <name> =");

    /** Parses the statement; empty for another one. */
    static Optional<FillStatement> of(String sql) {
        return HEAD.match(sql)
                .filter(head -> sql.contains(BackfillSql.WHOLE_RANGE))
                .flatMap(head -> parse(sql, head));
    }

    /** Returns the column that an UPDATE in batches sets first; empty for another statement. */
    static Optional<String> column(String sql) {
        return HEAD.match(sql)
                .filter(head -> sql.contains(BackfillSql.WHOLE_RANGE))
                .map(head -> NameParser.parse(head.group(3)).name());
    }

    /** Returns the conditions other than the range of the batch. */
    String conditions() {
        return rest.replace(BackfillSql.WHOLE_RANGE, "");
    }

    private static Optional<FillStatement> parse(String sql, Matcher head) {
        String column = head.group(3);
        String empty = column + " IS NULL";
        String where = "\nWHERE " + empty + "\n  AND ";
        int begin = sql.indexOf("= ", head.end(3)) + 2;
        int end = sql.lastIndexOf(where);
        return end < begin
                ? Optional.empty()
                : Optional.of(new FillStatement(
                        head.group(1).strip(),
                        NameParser.parse(column).name(),
                        sql.substring(begin, end),
                        empty,
                        sql.substring(end + where.length())));
    }
}
