package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.effect.EffectQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the block at which a batch ends, so that the batch writes at most the allowed number of rows. Empty blocks
 * do not predict the density of the next ones, so a batch of more than a few blocks is counted first, without row
 * locks.
 */
final class BatchEnd {

    /** The most rows that a batch writes, where a single block does not hold more. */
    static final int MOST_ROWS = 10_000;

    /** So many blocks hold no more rows than that, however small these are. */
    private static final int SAFE_BLOCKS = 32;

    private final List<String> relations;

    private BatchEnd(List<String> relations) {
        this.relations = relations;
    }

    /** For the table, with its partitions and heirs. */
    static BatchEnd of(BatchRange range, Connection connection) throws SQLException {
        return new BatchEnd(EffectQuery.column(connection, BatchRange.RELATIONS, range.table()));
    }

    /** The end of a batch from {@code first} that ends before {@code end} at the latest, and takes one block at least. */
    long before(long first, long end, Connection connection) throws SQLException {
        if ((end - first) * relations.size() <= SAFE_BLOCKS || relations.isEmpty()) {
            return end;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query(first, end))) {
            row.next();
            long full = row.getLong(1);
            return row.wasNull() ? end : Math.max(first + 1, Math.min(full, end));
        }
    }

    /** How many places for rows a block has, at least two. */
    int places(long block, Connection connection) throws SQLException {
        String query = relations.stream()
                .map(relation -> "(SELECT max((ctid::text::point)[1])::integer + 1 AS places FROM ONLY " + relation
                        + " WHERE " + BatchRange.blocks(block, block + 1) + ")")
                .collect(Collectors.joining("\nUNION ALL ", "SELECT max(places) FROM (", ") AS found"));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Math.max(2, row.getInt(1));
        }
    }

    /** The first block with a row too many, whichever relation that is in. */
    private String query(long first, long end) {
        int most = Math.max(1, MOST_ROWS / relations.size());
        return relations.stream()
                .map(relation -> "(SELECT (ctid::text::point)[0]::bigint AS block FROM ONLY " + relation + " WHERE "
                        + BatchRange.blocks(first, end) + " OFFSET " + most + " LIMIT 1)")
                .collect(Collectors.joining("\nUNION ALL ", "SELECT min(block) FROM (", ") AS full_blocks"));
    }
}
