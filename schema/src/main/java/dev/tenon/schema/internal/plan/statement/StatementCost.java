package dev.tenon.schema.internal.plan.statement;

/** The cost of a statement in addition to its locks. */
public enum StatementCost {
    /** Changes only catalog entries, independent of the number of rows. */
    METADATA("metadata only"),
    /** Reads a sample of the rows, whose size does not depend on the number of rows. */
    SAMPLE("reads a sample of rows"),
    /** Reads every row of the table. */
    SCAN("reads every row"),
    /** Builds an index over every row. */
    BUILD("builds an index over every row"),
    /** Writes every row that needs it, a batch at a time. */
    ROWS("writes rows, a batch a transaction"),
    /** Moves rows to another table. */
    MOVE("moves rows, which stay visible and locked until the commit"),
    /** Rewrites the whole table and its indexes. */
    REWRITE("rewrites the whole table");

    private final String words;

    StatementCost(String words) {
        this.words = words;
    }

    /** The cost as text. */
    @Override
    public String toString() {
        return words;
    }
}
