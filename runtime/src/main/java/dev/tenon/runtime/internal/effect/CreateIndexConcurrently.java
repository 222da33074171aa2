package dev.tenon.runtime.internal.effect;

import dev.tenon.runtime.migrate.EffectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * An interrupted build leaves an INVALID index: no query uses it, every write maintains it, and IF NOT EXISTS
 * accepts it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
record CreateIndexConcurrently(String index, String table) implements Effect {

    private static final StatementPattern HEAD = new StatementPattern(
            "create(?: unique)? index concurrently(?: if not exists)? (?!on\\b|if\\b)<name> on(?: only)? <name>");

    private static final String VALIDITY = """
            SELECT i.indisvalid::text
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE c.relname = (parse_ident(?))[1] AND i.indrelid = to_regclass(?)""";

    private static final String REPAIR = """
            SELECT format('DROP INDEX CONCURRENTLY %s', i.indexrelid::regclass)
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE c.relname = (parse_ident(?))[1] AND i.indrelid = to_regclass(?) AND NOT i.indisvalid""";

    static Optional<CreateIndexConcurrently> of(String sql) {
        return HEAD.match(sql)
                .map(head -> new CreateIndexConcurrently(head.group(1), StatementPattern.qualified(head.group(2))));
    }

    @Override
    public EffectState extent(Connection connection) throws SQLException {
        List<String> validity = EffectQuery.column(connection, VALIDITY, index, table);
        if (validity.isEmpty()) {
            return EffectState.NONE;
        }
        return validity.contains("true") ? EffectState.COMPLETE : EffectState.PARTIAL;
    }

    @Override
    public Optional<String> indexed() {
        return Optional.of(table);
    }

    @Override
    public List<String> repair(Connection connection) throws SQLException {
        return EffectQuery.column(connection, REPAIR, index, table);
    }
}
