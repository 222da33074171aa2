package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a table in a trial.
 *
 * @param areRead whether the expression may read one of them
 * @param mayBeVolatile whether the expression may call a VOLATILE function, whose calls may have effects
 * @param key the columns of the primary key, as SQL
 */
record TriedColumns(boolean areRead, boolean mayBeVolatile, List<String> key) {

    private static final String COLUMNS = """
            SELECT attname::text FROM pg_catalog.pg_attribute
            WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped ORDER BY attnum""";

    private static final String KEY = """
            SELECT attname::text FROM pg_catalog.pg_attribute JOIN pg_catalog.pg_index ON indrelid = attrelid
            WHERE attrelid = to_regclass(?) AND indisprimary AND attnum = ANY (indkey) ORDER BY attnum""";

    private static final String VOLATILE = """
            SELECT 'yes' FROM pg_catalog.pg_proc
            WHERE provolatile = 'v' AND proname = ANY (string_to_array(?, ' ')) LIMIT 1""";

    static TriedColumns of(RowTrial trial, Connection connection) throws SQLException {
        FillStatement fill = trial.fill();
        Set<String> words = SqlWords.of(fill.expression() + "\n" + fill.conditions());
        String table = Identifier.quote(trial.table());
        boolean read = fill.expression().contains("*")
                || EffectQuery.column(connection, COLUMNS, table).stream()
                        .anyMatch(column -> SqlWords.mayContain(words, column));
        return new TriedColumns(
                read,
                !EffectQuery.column(connection, VOLATILE, String.join(" ", words))
                        .isEmpty(),
                EffectQuery.column(connection, KEY, table).stream()
                        .map(Identifier::quote)
                        .toList());
    }

    /** Describes a row by its key, or by its place if it has none. */
    String describe(RowPlace place, RowTrialQueries queries, RowTrialRunner.RowQuery rows) throws SQLException {
        if (!key.isEmpty()) {
            String columns = key.stream().map(column -> column + "::text").collect(Collectors.joining(", "));
            List<List<String>> found = rows.query(queries.values(columns, place));
            if (!found.isEmpty()) {
                return "the row with " + String.join(", ", key) + " = " + String.join(", ", found.get(0));
            }
        }
        return "the row with ctid = " + place.ctid();
    }
}
