package dev.tenon.runtime.internal.effect;

import dev.tenon.runtime.migrate.EffectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The effect of one statement outside a transaction, as the catalogs show it. */
public interface Effect {

    /** How much of the effect there is. */
    EffectState extent(Connection connection) throws SQLException;

    /** The relation of which the statement builds an index, as it is written there; empty if it builds none. */
    default Optional<String> indexed() {
        return Optional.empty();
    }

    /** The statements that clear away a broken part or complete it; none of them runs in a transaction. */
    List<String> repair(Connection connection) throws SQLException;
}
