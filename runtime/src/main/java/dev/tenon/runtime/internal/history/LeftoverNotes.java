package dev.tenon.runtime.internal.history;

import dev.tenon.schema.Leftover;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table {@code tenon.leftovers}: which of the leftovers that reviewers accepted this database has. */
public final class LeftoverNotes {

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS {schema}.leftovers (
                kind text NOT NULL,
                identity text NOT NULL,
                definition text NOT NULL,
                accepted_at timestamptz NOT NULL DEFAULT now(),
                accepted_by text NOT NULL DEFAULT session_user,
                PRIMARY KEY (kind, identity)
            )""";

    /** Every role may read these catalogs, unlike the schema. */
    private static final String EXISTS = """
            SELECT EXISTS (SELECT FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                WHERE n.nspname OPERATOR(pg_catalog.=) {name} AND c.relname OPERATOR(pg_catalog.=) 'leftovers')""";

    private static final String READ =
            "SELECT kind, identity, definition FROM {schema}.leftovers ORDER BY identity, kind";

    private static final String DELETE = "DELETE FROM {schema}.leftovers";

    private static final String ENTER = "INSERT INTO {schema}.leftovers (kind, identity, definition) VALUES (?, ?, ?)";

    private LeftoverNotes() {}

    /** Returns the leftovers, by identity; their descriptions are only identities. */
    public static List<Leftover> read(HistorySchema schema, Connection connection) throws SQLException {
        List<Leftover> leftovers = new ArrayList<>();
        if (exists(schema, connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(schema.sql(READ))) {
                while (row.next()) {
                    leftovers.add(new Leftover(row.getString(1), row.getString(2), row.getString(2), row.getString(3)));
                }
            } catch (SQLException refused) {
                if (HistoryPrivileges.isMissing(refused)) {
                    throw HistoryPrivileges.missing(schema, connection, refused);
                }
                throw refused;
            }
        }
        return leftovers;
    }

    /** Replaces all leftovers, in the current transaction; needs the schema of the history. */
    public static void replace(HistorySchema schema, Connection connection, Collection<Leftover> leftovers)
            throws SQLException {
        if (leftovers.isEmpty() && !exists(schema, connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(schema.sql(CREATE));
            statement.execute(schema.sql(DELETE));
        }
        try (PreparedStatement insert = connection.prepareStatement(schema.sql(ENTER))) {
            for (Leftover each : leftovers) {
                insert.setString(1, each.kind());
                insert.setString(2, each.identity());
                insert.setString(3, each.definition());
                insert.executeUpdate();
            }
        }
    }

    /** Whether the history has the table. */
    private static boolean exists(HistorySchema schema, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(EXISTS))) {
            return row.next() && row.getBoolean(1);
        }
    }
}
