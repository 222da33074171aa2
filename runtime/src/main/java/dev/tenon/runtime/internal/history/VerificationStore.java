package dev.tenon.runtime.internal.history;

import dev.tenon.runtime.internal.catalog.CatalogFingerprint;
import dev.tenon.runtime.internal.session.SqlStates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Stores the newest {@linkplain VerificationRecord verification} in the database, in the one row of {@code
 * tenon.verified}. It is a cache: without it, the database is verified again.
 */
public final class VerificationStore {

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS {schema}.verified (
                single boolean PRIMARY KEY DEFAULT true CHECK (single),
                directory text NOT NULL,
                tenon_version text NOT NULL,
                history text NOT NULL,
                catalogs text NOT NULL,
                tables integer NOT NULL,
                verified_at timestamptz NOT NULL DEFAULT clock_timestamp()
            )""";

    private static final String EXISTS =
            "SELECT to_regclass({'history'}) IS NOT NULL, to_regclass({'verified'}) IS NOT NULL";

    private static final String NOW = CatalogFingerprint.rows("{schema}.history") + ", " + CatalogFingerprint.sql();

    /** The result does not depend on session settings. What others may write is not believed. */
    private static final String FIND = "SELECT v.directory, v.tenon_version, v.history, v.catalogs, v.tables, "
            + "pg_catalog.pg_is_in_recovery(), pg_catalog.pg_backend_pid(), " + NOW + " FROM {schema}.verified v WHERE "
            + HistoryIntegrity.HOLDS;

    private static final String KEEP = """
            INSERT INTO {schema}.verified (directory, tenon_version, history, catalogs, tables)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (single) DO UPDATE SET directory = excluded.directory, tenon_version = excluded.tenon_version,
                history = excluded.history, catalogs = excluded.catalogs, tables = excluded.tables,
                verified_at = excluded.verified_at""";

    private VerificationStore() {}

    /**
     * The stored verification, and its current values.
     *
     * @param stored the stored fingerprints
     * @param now the current fingerprints, without the directory
     * @param readsOnly whether the server is a standby
     * @param process the server process that returned them
     */
    public record Found(VerificationRecord stored, VerificationRecord now, boolean readsOnly, int process) {

        /** Whether nothing has changed since the verification. */
        public boolean holds() {
            return stored.equals(now);
        }
    }

    /** Reads the stored verification with one query; empty if there is none. */
    public static Optional<Found> find(HistorySchema schema, Connection connection, String version)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(FIND))) {
            if (!row.next()) {
                return Optional.empty();
            }
            int tables = row.getInt(5);
            VerificationRecord stored = new VerificationRecord(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4), tables);
            VerificationRecord now =
                    new VerificationRecord(stored.directory(), version, row.getString(8), row.getString(9), tables);
            return Optional.of(new Found(stored, now, row.getBoolean(6), row.getInt(7)));
        }
    }

    /**
     * Reads the fingerprints before a verification; empty if they cannot be stored. Call it under the lock, so that
     * changes during the verification invalidate the result.
     */
    public static Optional<VerificationRecord> begin(
            HistorySchema schema, Connection connection, String directory, String version) throws SQLException {
        try {
            if (!exists(schema, connection)) {
                return Optional.empty();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(schema.sql("SELECT " + NOW))) {
                row.next();
                return Optional.of(new VerificationRecord(directory, version, row.getString(1), row.getString(2), 0));
            }
        } catch (SQLException refused) {
            requireConnection(refused);
            return Optional.empty();
        }
    }

    /** Stores the verification, if the role may do so. */
    public static void keep(HistorySchema schema, Connection connection, VerificationRecord proof) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(schema.sql(KEEP))) {
            statement.setString(1, proof.directory());
            statement.setString(2, proof.version());
            statement.setString(3, proof.history());
            statement.setString(4, proof.catalogs());
            statement.setInt(5, proof.tables());
            statement.executeUpdate();
        } catch (SQLException refused) {
            requireConnection(refused);
        }
    }

    /** Whether the table exists, or can be created with a history. */
    private static boolean exists(HistorySchema schema, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(schema.sql(EXISTS))) {
            row.next();
            if (!row.getBoolean(1) || row.getBoolean(2)) {
                return row.getBoolean(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(schema.sql(CREATE));
            return true;
        }
    }

    private static void requireConnection(SQLException refused) throws SQLException {
        if (SqlStates.isConnectionLoss(refused)) {
            throw refused;
        }
    }
}
