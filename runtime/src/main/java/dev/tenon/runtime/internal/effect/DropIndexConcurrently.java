package dev.tenon.runtime.internal.effect;

import dev.tenon.runtime.migrate.EffectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** An interrupted DROP leaves the index, possibly INVALID; another DROP completes it. */
record DropIndexConcurrently(String index) implements Effect {

    private static final StatementPattern HEAD =
            new StatementPattern("drop index concurrently(?: if exists)? (?!if\\b)<name>");

    private static final String EXISTS = "SELECT 'there' WHERE to_regclass(?) IS NOT NULL";

    static Optional<DropIndexConcurrently> of(String sql) {
        return HEAD.match(sql).map(head -> new DropIndexConcurrently(StatementPattern.qualified(head.group(1))));
    }

    @Override
    public EffectState extent(Connection connection) throws SQLException {
        return EffectQuery.column(connection, EXISTS, index).isEmpty() ? EffectState.COMPLETE : EffectState.NONE;
    }

    @Override
    public List<String> repair(Connection connection) {
        return List.of();
    }
}
