package dev.tenon.runtime.effect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A broken-off drop leaves the index, perhaps INVALID; dropping it again completes it. */
record DropIndexConcurrently(String index) implements Effect {

    private static final Head HEAD = new Head("drop index concurrently(?: if exists)? (?!if\\b)<name>");

    private static final String THERE = "SELECT 'there' WHERE to_regclass(?) IS NOT NULL";

    static Optional<DropIndexConcurrently> of(String sql) {
        return HEAD.match(sql).map(head -> new DropIndexConcurrently(Head.qualified(head.group(1))));
    }

    @Override
    public Extent extent(Connection connection) throws SQLException {
        return CatalogQuery.column(connection, THERE, index).isEmpty() ? Extent.COMPLETE : Extent.NONE;
    }

    @Override
    public List<String> repair(Connection connection) {
        return List.of();
    }
}
