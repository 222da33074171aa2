package dev.tenon.runtime;

import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.migrate.UnchangedState;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.migrations.file.LatestSnapshot;
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

    /** Every difference from what is applied, which needs no comparison where nothing has changed since the last one. */
    VerifyResult verify() throws SQLException {
        Optional<UnchangedState> unchanged = unchanged();
        return unchanged.isPresent() ? VerifyResult.withoutDrift(unchanged.get().tables()) : compare(false);
    }

    /** Compares with the snapshot after what is applied. */
    VerifyResult compare(boolean strict) throws SQLException {
        BackgroundRead<LatestSnapshot> snapshot = BackgroundRead.read(migrations::newest);
        BackgroundRead<Schema> target = BackgroundRead.read(() -> snapshot.get().schema());
        AppliedSnapshot applied = new AppliedSnapshot(migrations, target::get);
        try {
            return applied.complete(reading(connection -> Verification.verify(
                    connection, CatalogScope.of(snapshot.get().outline()), applied, strict)));
        } finally {
            // Where the directory is broken as well, that is said, as it would be without a database.
            target.get();
        }
    }

    /** What is missing or different of what classes need; what there is besides is no reason. */
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

    private <T> T reading(SessionQuery.Question<T> question) throws SQLException {
        return SessionQuery.ask(new Sessions(source, applicationName), question);
    }
}
