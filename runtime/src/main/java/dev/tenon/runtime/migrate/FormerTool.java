package dev.tenon.runtime.migrate;

/** Tools that may have migrated a database before, and what their histories say has not come to its end. */
public enum FormerTool {
    /** One row a migration, in {@code drizzle.__drizzle_migrations}; what there is to apply stands in a journal. */
    DRIZZLE("__drizzle_migrations", "SELECT NULL WHERE false"),
    /** One row a migration that was tried. */
    FLYWAY(
            "flyway_schema_history",
            "SELECT coalesce(version, description) FROM %s WHERE NOT success ORDER BY installed_rank"),
    /** One row a change set that was tried. */
    LIQUIBASE("databasechangelog", "SELECT id FROM %s WHERE exectype = 'FAILED' ORDER BY orderexecuted"),
    /** One row a try; a try that failed was rolled back by hand before the next. */
    PRISMA(
            "_prisma_migrations",
            "SELECT migration_name FROM %s WHERE finished_at IS NULL AND rolled_back_at IS NULL ORDER BY started_at"),
    /** One row a migration that was tried. */
    EBEAN("db_migration", "SELECT mversion FROM %s WHERE mstatus <> 'SUCCESS' ORDER BY id");

    private final String table;
    private final String unfinished;

    FormerTool(String table, String unfinished) {
        this.table = table;
        this.unfinished = unfinished;
    }

    /** The name of its history, which may lie in any schema. */
    String table() {
        return table;
    }

    /** Asks its history for what has failed or is underway. */
    String unfinished(String history) {
        return unfinished.formatted(history);
    }
}
