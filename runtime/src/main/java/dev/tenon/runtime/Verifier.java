package dev.tenon.runtime;

import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.migrate.UnchangedState;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.verify.AcceptedLeftovers;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.migrations.file.LatestSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Compares a database with its snapshot or with compiled classes. Read-only. */
final class Verifier {

    private final DataSource source;
    private final ValidatedMigrations migrations;
    private final MigratorSettings settings;
    private final String applicationName;

    Verifier(DataSource source, ValidatedMigrations migrations, MigratorSettings settings, String applicationName) {
        this.source = source;
        this.migrations = migrations;
        this.settings = settings;
        this.applicationName = applicationName;
    }

    /**
     * Returns all differences from the applied migrations; skips the comparison if nothing changed since the last one.
     */
    VerifyResult verify() throws SQLException {
        Optional<UnchangedState> unchanged = unchanged();
        boolean stored = unchanged.isPresent() && migrations.leftovers().isEmpty();
        return stored ? VerifyResult.withoutDrift(unchanged.get().tables()) : compare(false);
    }

    /** Compares with the snapshot of the applied migrations. */
    VerifyResult compare(boolean strict) throws SQLException {
        BackgroundRead<LatestSnapshot> snapshot = BackgroundRead.read(migrations::newest);
        BackgroundRead<Schema> target = BackgroundRead.read(() -> snapshot.get().schema());
        AppliedSnapshot applied = new AppliedSnapshot(migrations, target::get);
        try {
            return applied.complete(reading(connection -> compare(connection, snapshot.get(), applied, strict)));
        } finally {
            // Problems of the directory are reported first, as without a database.
            target.get();
        }
    }

    private VerifyResult compare(
            Connection connection, LatestSnapshot snapshot, AppliedSnapshot applied, boolean strict)
            throws SQLException {
        AcceptedLeftovers accepted = migrations.accepted(connection);
        VerifyResult result =
                Verification.verify(connection, CatalogScope.of(snapshot.outline()), applied, accepted, strict);
        return accepted.isEmpty()
                ? result
                : result.withLeftovers(accepted.changes(AcceptedLeftovers.find(connection, snapshot.schema())));
    }

    /** Returns the differences from the schema that the classes need; additional objects are accepted. */
    List<Difference> lacking(Schema needed) throws SQLException {
        if (unchanged().isPresent()
                && SchemaDiff.between(migrations.snapshot(), needed).isEmpty()) {
            return List.of();
        }
        return reading(connection -> Verification.verify(connection, needed, false)).differences().stream()
                .filter(difference -> difference.kind() != Difference.Kind.UNEXPECTED)
                .toList();
    }

    private Optional<UnchangedState> unchanged() {
        UpToDateCheck shortcut = new UpToDateCheck(source, migrations, settings, true);
        Optional<UnchangedState> unchanged = shortcut.take();
        shortcut.requireOpened();
        return unchanged;
    }

    private <T> T reading(SessionQuery.Query<T> question) throws SQLException {
        return SessionQuery.ask(
                new Sessions(source, applicationName, settings.history().name()), question);
    }
}
