package dev.tenon.runtime.internal.effect;

import dev.tenon.runtime.migrate.EffectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A label exists or does not exist; there is no partial result. */
record AddEnumLabel(String type, String label) implements Effect {

    private static final StatementPattern HEAD =
            new StatementPattern("alter type <name> add value(?: if not exists)? <text>");

    static Optional<AddEnumLabel> of(String sql) {
        return HEAD.match(sql).map(head -> new AddEnumLabel(StatementPattern.qualified(head.group(1)), head.group(2)));
    }

    @Override
    public EffectState extent(Connection connection) throws SQLException {
        String query =
                "SELECT enumlabel FROM pg_catalog.pg_enum WHERE enumtypid = to_regtype(?) AND enumlabel = " + label;
        return EffectQuery.column(connection, query, type).isEmpty() ? EffectState.NONE : EffectState.COMPLETE;
    }

    @Override
    public List<String> repair(Connection connection) {
        return List.of();
    }
}
