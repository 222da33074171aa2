package dev.tenon.runtime.internal.effect;

import dev.tenon.runtime.migrate.EffectState;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** An idempotent statement. */
record IdempotentStatement() implements Effect {

    private static final StatementPattern HEAD = new StatementPattern(
            "(?:vacuum|analyze|analyse|cluster|checkpoint|reindex|alter system|refresh materialized view|set)");

    static Optional<IdempotentStatement> of(String sql) {
        return HEAD.match(sql).map(head -> new IdempotentStatement());
    }

    @Override
    public EffectState extent(Connection connection) {
        return EffectState.REPEATABLE;
    }

    @Override
    public List<String> repair(Connection connection) {
        return List.of();
    }
}
