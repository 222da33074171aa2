package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.effect.EffectQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the last block of a batch, so that the batch writes at most the allowed number of rows. Empty blocks do not
 * predict the density of the next ones, so a batch of more than a few blocks is counted first, without row locks.
 */
final class BatchEnd {

    /** The maximum number of rows in a batch, unless a single block has more. */
    static final int MAX_ROWS = 10_000;

    /** The number of blocks that cannot exceed this, however small the rows are. */
    private static final int SAFE_BLOCKS = 32;

    private final List<String> relations;

    private BatchEnd(List<String> relations) {
        this.relations = relations;
    }

    /** Creates the finder for the table with its partitions and inheritance children. */
    static BatchEnd of(BatchRange range, Connection connection) throws SQLException {
        return new BatchEnd(EffectQuery.column(connection, BatchRange.RELATIONS, range.table()));
    }

    /** Returns the end of a batch that starts at {@code first}: at most {@code end}, and at least one block later. */
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

    /** Returns the number of line pointers in a block, at least two. */
    int linePointers(long block, Connection connection) throws SQLException {
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

    /** Finds the first block that exceeds the limit, in any of the relations. */
    private String query(long first, long end) {
        int most = Math.max(1, MAX_ROWS / relations.size());
        return relations.stream()
                .map(relation -> "(SELECT (ctid::text::point)[0]::bigint AS block FROM ONLY " + relation + " WHERE "
                        + BatchRange.blocks(first, end) + " OFFSET " + most + " LIMIT 1)")
                .collect(Collectors.joining("\nUNION ALL ", "SELECT min(block) FROM (", ") AS full_blocks"));
    }
}
