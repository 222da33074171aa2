package dev.tenon.schema.internal.rule.rules;

import static java.util.Map.entry;

import dev.tenon.schema.internal.derive.ParameterRange;
import java.util.HashMap;
import java.util.Map;

/**
 * The storage parameters of tables in PostgreSQL 15 and later.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">Storage Parameters</a>
 */
final class TableParameters {

    private static final ParameterRange COUNT = ParameterRange.number(0, Integer.MAX_VALUE);
    private static final ParameterRange SHARE = ParameterRange.number(0, 100);

    /** The parameters of a TOAST table. */
    static final Map<String, ParameterRange> LARGE_VALUES = Map.ofEntries(
            entry("autovacuum_enabled", ParameterRange.FLAG),
            entry("autovacuum_vacuum_threshold", COUNT),
            entry("autovacuum_vacuum_insert_threshold", ParameterRange.number(-1, Integer.MAX_VALUE)),
            entry("autovacuum_vacuum_scale_factor", SHARE),
            entry("autovacuum_vacuum_insert_scale_factor", SHARE),
            entry("autovacuum_vacuum_cost_delay", SHARE),
            entry("autovacuum_vacuum_cost_limit", ParameterRange.number(1, 10_000)),
            entry("autovacuum_freeze_min_age", ParameterRange.number(0, 1_000_000_000)),
            entry("autovacuum_freeze_max_age", ParameterRange.number(100_000, 2_000_000_000)),
            entry("autovacuum_freeze_table_age", ParameterRange.number(0, 2_000_000_000)),
            entry("autovacuum_multixact_freeze_min_age", ParameterRange.number(0, 1_000_000_000)),
            entry("autovacuum_multixact_freeze_max_age", ParameterRange.number(10_000, 2_000_000_000)),
            entry("autovacuum_multixact_freeze_table_age", ParameterRange.number(0, 2_000_000_000)),
            entry("log_autovacuum_min_duration", ParameterRange.number(-1, Integer.MAX_VALUE)),
            entry("vacuum_index_cleanup", ParameterRange.named("auto", "on", "off", "true", "false")),
            entry("vacuum_truncate", ParameterRange.FLAG));

    /** The parameters of a table. */
    static final Map<String, ParameterRange> TABLE = table();

    private TableParameters() {}

    private static Map<String, ParameterRange> table() {
        Map<String, ParameterRange> known = new HashMap<>(LARGE_VALUES);
        known.put("fillfactor", ParameterRange.number(10, 100));
        known.put("parallel_workers", ParameterRange.number(0, 1024));
        known.put("toast_tuple_target", ParameterRange.number(128, 8160));
        known.put("autovacuum_analyze_threshold", COUNT);
        known.put("autovacuum_analyze_scale_factor", SHARE);
        return Map.copyOf(known);
    }
}
