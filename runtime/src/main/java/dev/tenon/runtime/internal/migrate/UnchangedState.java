package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.internal.history.HistoryReader;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.internal.history.VerificationRecord;
import dev.tenon.runtime.internal.history.VerificationStore;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/**
 * Detects with two queries that nothing is pending: directory, history and catalogs are unchanged since the last
 * complete migration and verification. Takes no lock and changes nothing.
 *
 * @param state the state, in which nothing is pending
 * @param tables the number of verified tables
 */
public record UnchangedState(MigrationState state, int tables) {

    /**
     * Compares the stored fingerprints with the current ones.
     *
     * @param schema the schema of the history
     * @param connection a connection in auto-commit mode
     * @param version the version of Tenon
     * @param pooledSessions whether to allow a connection pool in session mode
     * @param reading whether a read-only server is enough, such as a standby
     * @param directory the fingerprint of the migrations directory, which is read last
     * @return empty if anything differs or is unknown
     * @throws SQLException if the query fails
     */
    public static Optional<UnchangedState> find(
            HistorySchema schema,
            Connection connection,
            String version,
            boolean pooledSessions,
            boolean reading,
            Supplier<Optional<String>> directory)
            throws SQLException {
        Optional<VerificationStore.Found> found = VerificationStore.find(schema, connection, version);
        if (found.isEmpty()
                || !found.get().holds()
                || (found.get().readsOnly() && !reading)
                || !isDirect(found.get(), connection, pooledSessions)) {
            return Optional.empty();
        }
        VerificationRecord proof = found.get().stored();
        List<MigrationStatus> migrations = HistoryReader.applied(schema, connection);
        return directory
                .get()
                .filter(proof.directory()::equals)
                .map(same -> new UnchangedState(
                        new MigrationState(migrations.size(), migrations, List.of()), proof.tables()));
    }

    private static boolean isDirect(VerificationStore.Found found, Connection connection, boolean pooledSessions)
            throws SQLException {
        return pooledSessions
                || (connection.isWrapperFor(PGConnection.class)
                        && connection.unwrap(PGConnection.class).getBackendPID() == found.process());
    }
}
