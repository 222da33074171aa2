package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.structure.DeclarationSite;
import dev.tenon.processor.internal.read.structure.TableDraft;

/**
 * The readers of the members of a table other than columns and keys, in dependency order.
 *
 * @param searches text search expressions over other columns
 * @param uniques unique constraints
 * @param checks check constraints
 * @param exclusions exclusion constraints
 * @param indexes indexes
 * @param vectorIndexes vector indexes
 * @param partitions partitioning and partitions
 * @param access policies and grants
 * @param scopes tenant scopes of tables
 */
public record MemberReaders(
        TextSearchReader searches,
        UniqueReader uniques,
        CheckReader checks,
        ExcludeReader exclusions,
        IndexDeclarationReader indexes,
        VectorIndexReader vectorIndexes,
        PartitionDeclarationReader partitions,
        PolicyAndGrantReader access,
        TenantScopeReader scopes) {

    public void read(TableDraft table) {
        searches.read(table);
        for (DeclarationSite place : table.places()) {
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
