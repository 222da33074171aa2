package dev.tenon.schema.internal.rule.rules;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The storage parameters of PostgreSQL 15 and later.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">of tables</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-STORAGE-PARAMETERS">of indexes</a>
 */
final class StorageParameterNames {

    private static final Range FLAG = new Range(0, -1, List.of("on", "off", "true", "false", "yes", "no", "1", "0"));
    private static final Range COUNT = new Range(0, Integer.MAX_VALUE, List.of());
    private static final Range SHARE = new Range(0, 100, List.of());

    /** Those of the table that large values are moved to. */
    static final Map<String, Range> LARGE_VALUES = Map.ofEntries(
            entry("autovacuum_enabled", FLAG),
            entry("autovacuum_vacuum_threshold", COUNT),
            entry("autovacuum_vacuum_insert_threshold", new Range(-1, Integer.MAX_VALUE, List.of())),
            entry("autovacuum_vacuum_scale_factor", SHARE),
            entry("autovacuum_vacuum_insert_scale_factor", SHARE),
            entry("autovacuum_vacuum_cost_delay", SHARE),
            entry("autovacuum_vacuum_cost_limit", new Range(1, 10_000, List.of())),
            entry("autovacuum_freeze_min_age", new Range(0, 1_000_000_000, List.of())),
            entry("autovacuum_freeze_max_age", new Range(100_000, 2_000_000_000, List.of())),
            entry("autovacuum_freeze_table_age", new Range(0, 2_000_000_000, List.of())),
            entry("autovacuum_multixact_freeze_min_age", new Range(0, 1_000_000_000, List.of())),
            entry("autovacuum_multixact_freeze_max_age", new Range(10_000, 2_000_000_000, List.of())),
            entry("autovacuum_multixact_freeze_table_age", new Range(0, 2_000_000_000, List.of())),
            entry("log_autovacuum_min_duration", new Range(-1, Integer.MAX_VALUE, List.of())),
            entry("vacuum_index_cleanup", new Range(0, -1, List.of("auto", "on", "off", "true", "false"))),
            entry("vacuum_truncate", FLAG));

    /** Those of a table itself. */
    static final Map<String, Range> TABLE = table();

    /** Those of an index, by its access method. */
    static final Map<String, Map<String, Range>> INDEX = Map.of(
            "btree", Map.of("fillfactor", fill(10), "deduplicate_items", FLAG),
            "hash", Map.of("fillfactor", fill(10)),
            "gist", Map.of("fillfactor", fill(10), "buffering", new Range(0, -1, List.of("on", "off", "auto"))),
            "spgist", Map.of("fillfactor", fill(10)),
            "gin", Map.of("fastupdate", FLAG, "gin_pending_list_limit", new Range(64, Integer.MAX_VALUE, List.of())),
            "brin", Map.of("pages_per_range", new Range(1, 131_072, List.of()), "autosummarize", FLAG));

    /**
     * What a parameter may be.
     *
     * @param least the least number
     * @param most the greatest number, less than the least where it is none
     * @param named its possible values
     */
    record Range(long least, long most, List<String> named) {

        boolean holds(String value) {
            boolean number = value.matches("-?\\d{1,10}(\\.\\d{1,15})?")
                    && Double.parseDouble(value) >= least
                    && Double.parseDouble(value) <= most;
            return number || named.contains(value.toLowerCase(Locale.ROOT));
        }

        /** The range as text. */
        String words() {
            return named.isEmpty() ? "a number from " + least + " to " + most : "one of " + String.join(", ", named);
        }
    }

    private StorageParameterNames() {}

    private static Range fill(int least) {
        return new Range(least, 100, List.of());
    }

    private static Map<String, Range> table() {
        Map<String, Range> known = new HashMap<>(LARGE_VALUES);
        known.put("fillfactor", fill(10));
        known.put("parallel_workers", new Range(0, 1024, List.of()));
        known.put("toast_tuple_target", new Range(128, 8160, List.of()));
        known.put("autovacuum_analyze_threshold", COUNT);
        known.put("autovacuum_analyze_scale_factor", SHARE);
        return Map.copyOf(known);
    }
}
