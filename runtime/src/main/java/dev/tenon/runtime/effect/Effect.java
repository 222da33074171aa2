package dev.tenon.runtime.effect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The effect of one statement outside a transaction, as the catalogs show it. */
public interface Effect {

    /** How much of the effect there is. */
    Extent extent(Connection connection) throws SQLException;

    /** The statements that clear away a broken part or complete it; none of them runs in a transaction. */
    List<String> repair(Connection connection) throws SQLException;
}
