package dev.tenon.cli.baseline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Other migration tools, and how to read their histories. */
public enum PreviousTool {
    /** One row for each applied migration, identified by its timestamp. */
    DRIZZLE("__drizzle_migrations", "SELECT NULL WHERE false", "SELECT created_at::text FROM %s"),
    /** One row for each attempt or undo. A Flyway baseline covers all versions up to its own. */
    FLYWAY(
            "flyway_schema_history",
            "SELECT coalesce(version, description) FROM %s WHERE NOT success ORDER BY installed_rank",
            """
            SELECT CASE WHEN type = 'BASELINE' THEN 'up to ' || version WHEN version IS NULL
                THEN script || ' ' || checksum ELSE version END
            FROM (SELECT DISTINCT ON (coalesce(version, script)) * FROM %s
                ORDER BY coalesce(version, script), installed_rank DESC) last
            WHERE success AND type <> 'DELETE' AND type NOT LIKE 'UNDO%%'""") {
        @Override
        Map<String, String> missing(Map<String, String> known, Set<String> applied) {
            Optional<String> baseline = applied.stream()
                    .filter(key -> key.startsWith(UP_TO))
                    .map(key -> key.substring(UP_TO.length()))
                    .findFirst();
            return super.missing(known, applied).entrySet().stream()
                    .filter(each -> each.getKey().indexOf(' ') >= 0
                            || baseline.filter(last -> isUpTo(each.getKey(), last))
                                    .isEmpty())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    },
    /** One row for each change set that was attempted. */
    LIQUIBASE(
            "databasechangelog",
            "SELECT id FROM %s WHERE exectype = 'FAILED' ORDER BY orderexecuted",
            "SELECT author || ':' || id FROM %s WHERE exectype <> 'FAILED'"),
    /** One row for each attempt; a failed attempt was rolled back by hand before the next one. */
    PRISMA(
            "_prisma_migrations",
            "SELECT migration_name FROM %s WHERE finished_at IS NULL AND rolled_back_at IS NULL ORDER BY started_at",
            "SELECT migration_name FROM %s WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL"),
    /** One row for each attempted migration; a repeatable one has the checksum of its last run. */
    EBEAN("db_migration", "SELECT mversion FROM %s WHERE mstatus <> 'SUCCESS' ORDER BY id", """
            SELECT CASE mtype WHEN 'R' THEN lower(mcomment) || ' ' || mchecksum ELSE lower(mversion) END
            FROM %s WHERE mstatus = 'SUCCESS'""");

    private static final String UP_TO = "up to ";

    private final String table;
    private final String unfinished;
    private final String applied;

    PreviousTool(String table, String unfinished, String applied) {
        this.table = table;
        this.unfinished = unfinished;
        this.applied = applied;
    }

    /** Returns the name of its history table, which any schema may contain. */
    String table() {
        return table;
    }

    /** Returns the query for failed and running migrations. */
    String unfinished(String history) {
        return unfinished.formatted(history);
    }

    /** Returns the query for applied migrations, by the tool's names for them. */
    String applied(String history) {
        return applied.formatted(history);
    }

    /** Returns the titles of known migrations that were not applied. */
    Map<String, String> missing(Map<String, String> known, Set<String> applied) {
        return known.entrySet().stream()
                .filter(each -> !applied.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Compares versions number by number. */
    private static boolean isUpTo(String version, String last) {
        long[] one = numbers(version);
        long[] other = numbers(last);
        return Arrays.compare(one, other) <= 0;
    }

    private static long[] numbers(String version) {
        return Arrays.stream(version.split("[^0-9]+", -1))
                .filter(part -> !part.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
