package dev.tenon.runtime.internal.step;

import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.schema.internal.sql.BackfillSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;

/** A table that a statement processes in ranges of blocks. */
public record BatchRange(String sql, String table) {

    private static final StatementPattern UPDATE =
            new StatementPattern("(?:update|delete from)(?: only)? (?!only\\b)<name>");

    private static final String TREE = """
            WITH RECURSIVE tree AS (
                SELECT to_regclass(?)::oid AS relation
                UNION
                SELECT inhrelid FROM pg_catalog.pg_inherits JOIN tree ON inhparent = relation)
            """;

    /** The table and all relations that a statement on it writes, as SQL names them. */
    static final String RELATIONS = TREE + """
            SELECT relation::regclass::text FROM tree JOIN pg_catalog.pg_class ON oid = relation AND relkind = 'r'
            ORDER BY relation""";

    private static final String BLOCKS = TREE + """
            SELECT coalesce(max(pg_relation_size(relation)), 0) / current_setting('block_size')::bigint + 1
            FROM tree JOIN pg_catalog.pg_class ON oid = relation AND relkind = 'r'""";

    /** Returns the range of a statement on a whole table; empty for a statement that selects its batches itself. */
    public static Optional<BatchRange> of(String sql) {
        Optional<Matcher> head = UPDATE.match(sql).filter(found -> sql.contains(BackfillSql.WHOLE_RANGE));
        return head.map(found -> new BatchRange(sql, StatementPattern.qualified(found.group(1))));
    }

    /** Returns the number of blocks of the table, or of its largest partition. */
    public long blocks(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BLOCKS)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Returns the statement for the blocks from {@code first} to before {@code end}. */
    String between(long first, long end) {
        return sql.replace(BackfillSql.WHOLE_RANGE, blocks(first, end));
    }

    /** Returns the statement for a part of a block, from one line pointer to before another. */
    String within(long block, int from, int to) {
        return sql.replace(
                BackfillSql.WHOLE_RANGE,
                "ctid BETWEEN '(" + block + "," + from + ")' AND '(" + block + "," + (to - 1) + ")'");
    }

    /** Returns the condition on the blocks from {@code first} to before {@code end}. */
    public static String blocks(long first, long end) {
        return "ctid BETWEEN '(" + first + ",0)' AND '(" + (end - 1) + ",65535)'";
    }
}
