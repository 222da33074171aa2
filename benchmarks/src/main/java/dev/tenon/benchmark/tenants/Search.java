package dev.tenon.benchmark.tenants;

/** A way to the nearest passages of a tenant. */
enum Search {
    /** All passages of the tenant are compared: what there is to find. */
    EXACT("exact", "enable_indexscan = off"),
    /** Through the vector index, which stops at as many passages as it looks for, whosever they are. */
    ONCE("HNSW, no iterative scan", "enable_sort = off", "hnsw.iterative_scan = off"),
    /** Through the vector index, which goes on until there are enough of the tenant's, in exact order. */
    STRICT("HNSW, iterative scan, strict_order", "enable_sort = off", "hnsw.iterative_scan = strict_order"),
    /** The same, in the order in which they are found. */
    RELAXED("HNSW, iterative scan, relaxed_order", "enable_sort = off", "hnsw.iterative_scan = relaxed_order"),
    /** What the planner takes in a session of a tenant. */
    PLANNED("as planned in a TenantSession", "hnsw.iterative_scan = strict_order");

    private final String words;
    private final String chosen;

    Search(String words, String... settings) {
        this.words = words;
        this.chosen = "SET LOCAL " + String.join("; SET LOCAL ", settings);
    }

    String words() {
        return words;
    }

    /** The statements that choose it for a transaction. */
    String chosen() {
        return chosen;
    }

    /** Whether it must go through the vector index, or must not. */
    boolean fits(String plan) {
        boolean index = plan.contains("passage_embedding_idx");
        return this == PLANNED || index != (this == EXACT);
    }
}
