package dev.tenon.runtime;

import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.history.VerificationRecord;
import dev.tenon.runtime.internal.history.VerificationStore;
import dev.tenon.runtime.internal.migrate.UnchangedState;
import dev.tenon.runtime.internal.session.ConnectionFaults;
import dev.tenon.runtime.internal.session.SqlStates;
import dev.tenon.runtime.internal.session.StandaloneConnections;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Skips migration or verification if stored fingerprints show that nothing changed, as at most starts of an
 * application. Reads the directory while the connection opens. On any doubt or error it declines, and the full path
 * reports the cause.
 */
final class UpToDateCheck implements FinalVerification {

    private final DataSource source;
    private final ValidatedMigrations migrations;
    private final MigratorSettings settings;
    private final boolean reading;
    private final String version = TenonVersion.current();
    private final BackgroundRead<Optional<String>> directory;
    private @Nullable SQLException notOpened;

    /** Starts to read the directory; with {@code reading}, the caller would not write, so a standby is enough. */
    UpToDateCheck(DataSource source, ValidatedMigrations migrations, MigratorSettings settings, boolean reading) {
        this.source = source;
        this.migrations = migrations;
        this.settings = settings;
        this.reading = reading;
        this.directory = BackgroundRead.read(migrations::fingerprint);
    }

    /** Returns the stored result if nothing changed. */
    Optional<UnchangedState> take() {
        Connection connection = open();
        return connection == null ? Optional.empty() : find(connection);
    }

    private @Nullable Connection open() {
        try {
            return StandaloneConnections.take(source);
        } catch (SQLException refused) {
            notOpened = refused;
            return null;
        }
    }

    private Optional<UnchangedState> find(Connection opened) {
        try (Connection connection = opened) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            Optional<UnchangedState> found = UnchangedState.find(
                    settings.history(), connection, version, settings.pooledSessions(), reading, directory::get);
            connection.setAutoCommit(autoCommit);
            return found;
        } catch (SQLException | FaultException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Throws the login error of the first attempt instead of repeating the login.
     *
     * @throws FaultException if no connection could be opened
     */
    void requireOpened() {
        SQLException refused = notOpened;
        if (refused != null && !SqlStates.isServerBusy(refused) && !SqlStates.isCancelled(refused)) {
            throw ConnectionFaults.notOpened(refused).exception(refused);
        }
    }

    /** Verifies that the whole directory is applied; then stores the fingerprints for the next run. */
    @Override
    public VerifyResult verify(Connection connection, Schema target) throws SQLException {
        Optional<String> unchanged = directory
                .get()
                .filter(before ->
                        migrations.fingerprint().filter(before::equals).isPresent());
        Optional<VerificationRecord> proof = unchanged.isPresent()
                ? VerificationStore.begin(settings.history(), connection, unchanged.get(), version)
                : Optional.empty();
        VerifyResult result = Verification.verify(connection, target, migrations.accepted(connection), false);
        if (proof.isPresent() && result.clean() && result.notCompared().isEmpty()) {
            VerificationStore.keep(settings.history(), connection, proof.get().withTables(result.tables()));
        }
        return result;
    }
}
