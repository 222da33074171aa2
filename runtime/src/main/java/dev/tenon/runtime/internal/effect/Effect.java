package dev.tenon.runtime.internal.effect;

import dev.tenon.runtime.migrate.EffectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The effect of one statement outside a transaction, as the catalogs show it. */
public interface Effect {

    /** Returns how much of the effect the catalogs show. */
    EffectState extent(Connection connection) throws SQLException;

    /** Returns the relation of an index build, as the statement names it; empty for other statements. */
    default Optional<String> indexed() {
        return Optional.empty();
    }

    /** Returns the statements that complete a partial result that cannot be removed; none of others. */
    default List<String> completion(Connection connection) throws SQLException {
        return List.of();
    }

    /** Returns the statements that remove or complete a partial result; none of them runs in a transaction. */
    List<String> repair(Connection connection) throws SQLException;
}
