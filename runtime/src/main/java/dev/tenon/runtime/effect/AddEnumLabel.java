package dev.tenon.runtime.effect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A label is either there or not. */
record AddEnumLabel(String type, String label) implements Effect {

    private static final Head HEAD = new Head("alter type <name> add value(?: if not exists)? <text>");

    static Optional<AddEnumLabel> of(String sql) {
        return HEAD.match(sql).map(head -> new AddEnumLabel(Head.qualified(head.group(1)), head.group(2)));
    }

    @Override
    public Extent extent(Connection connection) throws SQLException {
        String query =
                "SELECT enumlabel FROM pg_catalog.pg_enum WHERE enumtypid = to_regtype(?) AND enumlabel = " + label;
        return CatalogQuery.column(connection, query, type).isEmpty() ? Extent.NONE : Extent.COMPLETE;
    }

    @Override
    public List<String> repair(Connection connection) {
        return List.of();
    }
}
