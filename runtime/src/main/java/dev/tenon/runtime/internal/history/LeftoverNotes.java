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
            CREATE TABLE IF NOT EXISTS tenon.leftovers (
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
                WHERE n.nspname OPERATOR(pg_catalog.=) 'tenon' AND c.relname OPERATOR(pg_catalog.=) 'leftovers')""";

    private static final String READ = "SELECT kind, identity, definition FROM tenon.leftovers ORDER BY identity, kind";

    private static final String DELETE = "DELETE FROM tenon.leftovers";

    private static final String ENTER = "INSERT INTO tenon.leftovers (kind, identity, definition) VALUES (?, ?, ?)";

    private LeftoverNotes() {}

    /** Returns the leftovers, by identity; their descriptions are only identities. */
    public static List<Leftover> read(Connection connection) throws SQLException {
        List<Leftover> leftovers = new ArrayList<>();
        if (exists(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(READ)) {
                while (row.next()) {
                    leftovers.add(new Leftover(row.getString(1), row.getString(2), row.getString(2), row.getString(3)));
                }
            } catch (SQLException refused) {
                if (HistoryPrivileges.isMissing(refused)) {
                    throw HistoryPrivileges.missing(connection, refused);
                }
                throw refused;
            }
        }
        return leftovers;
    }

    /** Replaces all leftovers, in the current transaction; needs the schema of the history. */
    public static void replace(Connection connection, Collection<Leftover> leftovers) throws SQLException {
        if (leftovers.isEmpty() && !exists(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            statement.execute(DELETE);
        }
        try (PreparedStatement insert = connection.prepareStatement(ENTER)) {
            for (Leftover each : leftovers) {
                insert.setString(1, each.kind());
                insert.setString(2, each.identity());
                insert.setString(3, each.definition());
                insert.executeUpdate();
            }
        }
    }

    /** Whether the history has the table. */
    private static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(EXISTS)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
