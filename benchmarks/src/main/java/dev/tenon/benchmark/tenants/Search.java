package dev.tenon.benchmark.tenants;

/** A way to find the nearest passages of a tenant. */
enum Search {
    /** Compares all passages of the tenant, and so finds all nearest ones. */
    EXACT("exact", "enable_indexscan = off"),
    /**
     * Uses the vector index, which returns a fixed number of passages of all tenants before the policy filters them.
     */
    ONCE("HNSW, no iterative scan", "enable_sort = off", "hnsw.iterative_scan = off"),
    /** Uses the vector index, which continues until it has enough passages of the tenant, in exact order. */
    STRICT("HNSW, iterative scan, strict_order", "enable_sort = off", "hnsw.iterative_scan = strict_order"),
    /** The same in approximate order. */
    RELAXED("HNSW, iterative scan, relaxed_order", "enable_sort = off", "hnsw.iterative_scan = relaxed_order"),
    /** The planner's choice in a session of {@code TenantSession}. */
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

    /** Returns the settings that select this way for a transaction. */
    String chosen() {
        return chosen;
    }

    /** Whether the plan uses the vector index exactly if this way should. */
    boolean fits(String plan) {
        boolean index = plan.contains("passage_embedding_idx");
        return this == PLANNED || index != (this == EXACT);
    }
}
