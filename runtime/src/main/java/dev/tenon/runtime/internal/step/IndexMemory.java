package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.session.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Raises {@code maintenance_work_mem} for index builds that need more memory. An HNSW graph that exceeds it is finished
 * on disk, many times slower; the default of 64 MB is full after some ten thousand vectors.
 *
 * @see <a href="https://github.com/pgvector/pgvector#index-build-time">pgvector: Index Build Time</a>
 */
final class IndexMemory {

    private static final Pattern HNSW = Pattern.compile("(?is).*\\busing\\s+hnsw\\b.*");
    private static final Pattern NEIGHBOURS = Pattern.compile("(?is).*\\bm\\s*=\\s*'?(\\d+).*");
    private static final int DEFAULT_NEIGHBOURS = 16;

    /** The size of a graph element without its vector and neighbours; the lowest layer has two times m neighbours. */
    private static final int ELEMENT = 256;

    private static final int NEIGHBOUR = 2 * 26;

    /**
     * The required memory: at least the current value, at most twice the shared buffers or 512 MB, whichever is more.
     * Shared buffers are usually a quarter of the server's memory. An HNSW graph needs room for each row; other builds
     * use at most the size of the table.
     *
     * <p>The server's settings decide on parallel workers, unless its pgvector has a buffer overflow with them
     * (CVE-2026-3172, in 0.6.0 to 0.8.1).
     */
    private static final String RAISE = """
            SELECT set_config('maintenance_work_mem', least(2147483647, greatest(
                    pg_size_bytes(current_setting('maintenance_work_mem')) / 1024,
                    least(needed.bytes, greatest(536870912, 2 * pg_size_bytes(current_setting('shared_buffers')))) / 1024
                ))::text, false),
                CASE WHEN graph AND unsafe THEN set_config('max_parallel_maintenance_workers', '0', false) END
            FROM (
                SELECT kind.graph, CASE WHEN kind.graph THEN (pg_table_size(t.oid) / (w.width + 64) * (w.width + ?::bigint) * 1.15)::bigint
                    ELSE pg_table_size(t.oid) END AS bytes
                FROM pg_catalog.pg_class t
                CROSS JOIN (
                    SELECT ? OR EXISTS (SELECT FROM pg_catalog.pg_class i JOIN pg_catalog.pg_am m ON m.oid = i.relam
                        WHERE i.oid = to_regclass(?) AND m.amname = 'hnsw')
                ) AS kind (graph)
                CROSS JOIN LATERAL (
                    SELECT coalesce(max(CASE y.typname
                        WHEN 'vector' THEN 4 WHEN 'halfvec' THEN 2 WHEN 'bit' THEN 0.125 ELSE 0 END * a.atttypmod), 0)
                    FROM pg_catalog.pg_attribute a
                    JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
                    WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypmod > 0
                ) AS w (width)
                WHERE t.oid = coalesce(
                    (SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(?)), to_regclass(?))
            ) AS needed
            CROSS JOIN (
                SELECT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'vector' AND extversion ~ '^[0-9]+(\\.[0-9]+)*$'
                    AND string_to_array(extversion, '.')::int[] < ARRAY[0, 8, 2])
            ) AS version (unsafe)""";

    private static final String ALONE = "SET max_parallel_maintenance_workers = 0";

    private IndexMemory() {}

    /**
     * Prepares the session for the build, until its next reset.
     *
     * @param relation the table to index, or the index to rebuild, as SQL names it
     * @param sql the statement that builds it
     */
    static void raise(Session session, String relation, String sql) throws SQLException {
        session.touch();
        try (PreparedStatement statement = session.connection().prepareStatement(RAISE)) {
            statement.setInt(1, ELEMENT + NEIGHBOUR * neighbours(sql));
            statement.setBoolean(2, HNSW.matcher(sql).matches());
            statement.setString(3, relation);
            statement.setString(4, relation);
            statement.setString(5, relation);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
            }
        }
    }

    /**
     * Resets the memory, and disables parallel workers, which allocate in {@code /dev/shm}: containers often have
     * little of it.
     */
    static void reset(Session session) throws SQLException {
        session.reset();
        session.touch();
        session.execute(ALONE);
    }

    private static int neighbours(String sql) {
        Matcher matcher = NEIGHBOURS.matcher(sql);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : DEFAULT_NEIGHBOURS;
    }
}
