package dev.tenon.benchmark.tenants;

/** A way to separate tenants in one table. */
enum Way {
    /** Row-level security is disabled, and every query names the tenant. */
    BY_HAND("by_hand", "organization_id = ? AND "),
    /** The policies that Tenon generates; queries do not name the tenant. */
    TENON("plan", ""),
    /** A policy that reads the setting for every row, without an index that starts with the tenant. */
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

    /** Returns the query on the table of this way. */
    String sql(Query query) {
        return query.sql().formatted(table, condition);
    }
}
