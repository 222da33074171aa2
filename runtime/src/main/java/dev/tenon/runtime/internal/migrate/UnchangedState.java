package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.internal.history.History;
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
 * Detects with two queries that there is nothing to do: directory, history and catalogs are unchanged since the last
 * complete migration and verification. Takes no lock and changes nothing.
 *
 * @param state the state, in which nothing is pending
 * @param tables how many tables are as they were verified
 */
public record UnchangedState(MigrationState state, int tables) {

    /**
     * Looks.
     *
     * @param connection a connection in auto-commit mode
     * @param version the version of Tenon
     * @param pooledSessions whether to allow a connection pool in session mode
     * @param reading whether it is enough that the server can be read, as a standby can
     * @param directory the fingerprint of the migrations directory, which is asked for last
     * @return empty if anything is different, or nobody can tell
     * @throws SQLException if the database cannot be asked
     */
    public static Optional<UnchangedState> find(
            Connection connection,
            String version,
            boolean pooledSessions,
            boolean reading,
            Supplier<Optional<String>> directory)
            throws SQLException {
        Optional<VerificationStore.Found> found = VerificationStore.find(connection, version);
        if (found.isEmpty()
                || !found.get().holds()
                || (found.get().readsOnly() && !reading)
                || !isDirect(found.get(), connection, pooledSessions)) {
            return Optional.empty();
        }
        VerificationRecord proof = found.get().kept();
        List<MigrationStatus> migrations = History.applied(connection);
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
