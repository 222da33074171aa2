package dev.tenon.schema.internal.sql;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;

/**
 * Writes statements about the statistics of the query planner.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-analyze.html">ANALYZE</a>
 */
public final class StatisticsSql {

    private StatisticsSql() {}

    /** Collects the statistics of the columns; those of a partitioned table with those of its partitions. */
    public static String analyze(QualifiedName table, List<String> columns) {
        return "ANALYZE " + Identifier.quote(table) + " (" + Identifier.list(columns) + ")";
    }
}
