package dev.tenon.benchmark.tenants;

/** A way to keep tenants apart in one table. */
enum Way {
    /** Row security is off, and every query says whose rows it wants. */
    BY_HAND("by_hand", "organization_id = ? AND "),
    /** What Tenon generates; queries say nothing. */
    TENON("plan", ""),
    /** A policy that reads the setting for every row, and no index that leads with the tenant. */
    NAIVE("naive", "");

    private final String table;
    private final String condition;

    Way(String table, String condition) {
        this.table = table;
        this.condition = condition;
    }

    /** Whether queries name the tenant. */
    boolean namesTenant() {
        return !condition.isEmpty();
    }

    /** The query on this way's table. */
    String sql(Query query) {
        return query.sql().formatted(table, condition);
    }
}
