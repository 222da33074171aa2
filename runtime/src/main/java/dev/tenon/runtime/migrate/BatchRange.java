package dev.tenon.runtime.migrate;

import dev.tenon.runtime.effect.Head;
import dev.tenon.schema.sql.DataSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;

/** The table that a statement in batches goes through, range by range. */
record BatchRange(String sql, String table) {

    private static final Head UPDATE = new Head("(?:update|delete from)(?: only)? (?!only\\b)<name>");

    private static final String BLOCKS = """
            SELECT coalesce(max(pg_relation_size(relid)), pg_relation_size(to_regclass(?)))
                / current_setting('block_size')::bigint + 1
            FROM pg_partition_tree(to_regclass(?))""";

    /** The range of a statement that names all of the table; empty for a statement that finds its batches itself. */
    static Optional<BatchRange> of(String sql) {
        Optional<Matcher> head = UPDATE.match(sql).filter(found -> sql.contains(DataSql.WHOLE_RANGE));
        return head.map(found -> new BatchRange(sql, Head.qualified(found.group(1))));
    }

    /** How many blocks the table has, the partition with the most if it has partitions. */
    long blocks(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BLOCKS)) {
            statement.setString(1, table);
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The statement for the blocks from {@code first} up to and without {@code end}. */
    String between(long first, long end) {
        return sql.replace(DataSql.WHOLE_RANGE, "ctid BETWEEN '(" + first + ",0)' AND '(" + (end - 1) + ",65535)'");
    }
}
