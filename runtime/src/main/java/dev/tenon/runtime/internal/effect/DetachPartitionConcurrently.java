package dev.tenon.runtime.internal.effect;

import dev.tenon.runtime.migrate.EffectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * An interrupted DETACH leaves a partition that needs FINALIZE.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION">DETACH
 *     PARTITION</a>
 */
record DetachPartitionConcurrently(String table, String partition) implements Effect {

    private static final StatementPattern HEAD =
            new StatementPattern("alter table(?: if exists)? (?!if\\b)<name> detach partition <name> concurrently");

    private static final String PENDING = """
            SELECT inhdetachpending::text FROM pg_catalog.pg_inherits
            WHERE inhparent = to_regclass(?) AND inhrelid = to_regclass(?)""";

    static Optional<DetachPartitionConcurrently> of(String sql) {
        return HEAD.match(sql)
                .map(head -> new DetachPartitionConcurrently(
                        StatementPattern.qualified(head.group(1)), StatementPattern.qualified(head.group(2))));
    }

    @Override
    public EffectState extent(Connection connection) throws SQLException {
        List<String> pending = EffectQuery.column(connection, PENDING, table, partition);
        if (pending.isEmpty()) {
            return EffectState.COMPLETE;
        }
        return pending.contains("true") ? EffectState.PARTIAL : EffectState.NONE;
    }

    @Override
    public List<String> completion(Connection connection) throws SQLException {
        return extent(connection) == EffectState.PARTIAL ? repair(connection) : List.of();
    }

    @Override
    public List<String> repair(Connection connection) {
        return List.of("ALTER TABLE " + table + " DETACH PARTITION " + partition + " FINALIZE");
    }
}
