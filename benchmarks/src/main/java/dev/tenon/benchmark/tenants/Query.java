package dev.tenon.benchmark.tenants;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A typical query of an application, with placeholders for the table and an additional condition. */
enum Query {
    /** Finds one row by its key. */
    POINT("one row by its key", "SELECT title, stars FROM public.%s WHERE %sid = ?"),
    /** Finds the rows of a period. */
    RANGE(
            "rows of a twentieth of the time",
            "SELECT id, title FROM public.%s WHERE %screated_at >= ? AND created_at < ? ORDER BY created_at"),
    /** Finds the newest rows. */
    NEWEST(
            "the newest 20 rows before a time",
            "SELECT id, title FROM public.%s WHERE %screated_at <= ? ORDER BY created_at DESC LIMIT 20"),
    /** Aggregates all rows of a tenant. */
    ALL("a sum over all rows of the tenant", "SELECT count(*), sum(stars) FROM public.%s WHERE %sstars >= ?"),
    /** Finds rows by words in their text. */
    SEARCH("rows by a word in them", "SELECT id, title FROM public.%s WHERE %swords @@ to_tsquery('simple', ?)");

    static final OffsetDateTime BEGIN = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final String words;
    private final String sql;

    Query(String words, String sql) {
        this.words = words;
        this.sql = sql;
    }

    String words() {
        return words;
    }

    String sql() {
        return sql;
    }

    /** Sets the parameters, starting at the index {@code from}, so that the query finds the row. */
    void bind(PreparedStatement statement, int from, long row, long rows) throws SQLException {
        switch (this) {
            case POINT -> statement.setObject(from, Rows.key(row));
            case RANGE -> {
                OffsetDateTime begin = BEGIN.plusSeconds(row * 19 / 20);
                statement.setObject(from, begin);
                statement.setObject(from + 1, begin.plusSeconds(rows / 20 + 1));
            }
            case NEWEST -> statement.setObject(from, BEGIN.plusSeconds(row));
            case SEARCH -> statement.setString(from, "number & " + row);
            case ALL -> statement.setInt(from, 0);
        }
    }
}
