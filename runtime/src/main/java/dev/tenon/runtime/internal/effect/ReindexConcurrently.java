package dev.tenon.runtime.internal.effect;

import dev.tenon.runtime.migrate.EffectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * An interrupted REINDEX leaves INVALID copies of the indexes, named {@code …_ccnew} or {@code …_ccold}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY">Rebuilding Indexes
 *     Concurrently</a>
 */
record ReindexConcurrently(String relation) implements Effect {

    private static final StatementPattern HEAD =
            new StatementPattern("reindex(?: ?\\([^)]*\\))? (?:index|table) concurrently <name>");

    private static final String REPAIR = """
            SELECT format('DROP INDEX CONCURRENTLY %s', i.indexrelid::regclass)
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'
              AND i.indrelid = coalesce(
                  (SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(?)), to_regclass(?))
            ORDER BY 1""";

    static Optional<ReindexConcurrently> of(String sql) {
        return HEAD.match(sql).map(head -> new ReindexConcurrently(StatementPattern.qualified(head.group(1))));
    }

    @Override
    public EffectState extent(Connection connection) throws SQLException {
        return repair(connection).isEmpty() ? EffectState.REPEATABLE : EffectState.PARTIAL;
    }

    @Override
    public Optional<String> indexed() {
        return Optional.of(relation);
    }

    @Override
    public List<String> repair(Connection connection) throws SQLException {
        return EffectQuery.column(connection, REPAIR, relation, relation);
    }
}
