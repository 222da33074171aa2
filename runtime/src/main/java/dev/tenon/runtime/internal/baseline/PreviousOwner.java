package dev.tenon.runtime.internal.baseline;

import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The owner of the tables before the baseline. The same role gets the history, because a verification expects the owner
 * of the history to own all objects.
 *
 * @param role the name of a role other than the current one
 */
record PreviousOwner(String role) {

    /** The owner of most tables, by the same choice as for an import. */
    private static final String OWNER = """
            SELECT pg_catalog.pg_get_userbyid(relowner), pg_catalog.pg_get_userbyid(relowner) = current_user
            FROM unnest(?) AS wanted JOIN pg_catalog.pg_class ON oid = pg_catalog.to_regclass(wanted)
            GROUP BY relowner ORDER BY count(*) DESC, pg_catalog.pg_get_userbyid(relowner) LIMIT 1""";

    private static final List<String> TABLES = List.of("history", "leftovers");

    /** Reads the owner; empty if there are no tables, or the current role owns them. */
    static Optional<PreviousOwner> of(Connection connection, Schema target) throws SQLException {
        if (target.tables().isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement(OWNER)) {
            query.setArray(1, connection.createArrayOf("text", tables(target).toArray()));
            try (ResultSet row = query.executeQuery()) {
                return row.next() && !row.getBoolean(2)
                        ? Optional.of(new PreviousOwner(row.getString(1)))
                        : Optional.empty();
            }
        }
    }

    /** The tables whose owner the snapshot does not declare; all, if it declares each. */
    private static List<String> tables(Schema target) {
        List<String> names = target.tables().stream()
                .map(table -> Identifier.quote(table.name()))
                .toList();
        List<String> undeclared = names.stream()
                .filter(name -> target.objects().stream()
                        .noneMatch(object -> object.create().startsWith("ALTER TABLE " + name + " OWNER TO ")))
                .toList();
        return undeclared.isEmpty() ? names : undeclared;
    }

    /** Makes it the owner of the history, in the session's current transaction. */
    void ownHistory(HistorySchema history, Session session) throws SQLException {
        session.execute("ALTER SCHEMA " + history.quoted() + " OWNER TO " + Identifier.quote(role));
        for (String table : TABLES) {
            session.execute("ALTER TABLE IF EXISTS " + history.table(table) + " OWNER TO " + Identifier.quote(role));
        }
    }
}
