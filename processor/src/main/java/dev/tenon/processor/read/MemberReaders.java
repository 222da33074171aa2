package dev.tenon.processor.read;

/**
 * The readers of what a table has beside columns and keys, in the order in which they need one another.
 *
 * @param searches expressions over other columns
 * @param uniques unique constraints
 * @param checks check constraints
 * @param exclusions exclusion constraints
 * @param indexes indexes
 * @param vectorIndexes indexes of vectors
 * @param partitions how rows are divided
 * @param access policies and grants
 * @param scopes what tables are to the tenants
 */
record MemberReaders(
        TextSearchReader searches,
        UniqueReader uniques,
        CheckReader checks,
        ExcludeReader exclusions,
        IndexReader indexes,
        VectorIndexReader vectorIndexes,
        PartitionReader partitions,
        AccessReader access,
        ScopeReader scopes) {

    void read(TableDraft table) {
        searches.read(table);
        for (Place place : table.places()) {
            uniques.read(table, place);
            checks.read(table, place);
            exclusions.read(table, place);
            indexes.read(table, place);
            vectorIndexes.read(table, place);
        }
        partitions.read(table);
        access.read(table);
        scopes.read(table);
    }
}
