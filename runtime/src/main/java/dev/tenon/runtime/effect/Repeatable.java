package dev.tenon.runtime.effect;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** A statement that does no harm when it runs once more. */
record Repeatable() implements Effect {

    private static final Head HEAD = new Head(
            "(?:vacuum|analyze|analyse|cluster|checkpoint|reindex|alter system|refresh materialized view|set)");

    static Optional<Repeatable> of(String sql) {
        return HEAD.match(sql).map(head -> new Repeatable());
    }

    @Override
    public Extent extent(Connection connection) {
        return Extent.REPEATABLE;
    }

    @Override
    public List<String> repair(Connection connection) {
        return List.of();
    }
}
