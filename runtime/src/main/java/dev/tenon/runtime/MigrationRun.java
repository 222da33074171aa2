package dev.tenon.runtime;

import dev.tenon.runtime.internal.migrate.MigrationOutcome;
import dev.tenon.runtime.internal.migrate.Migrator;
import dev.tenon.runtime.internal.migrate.UnchangedState;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** One run of {@link Tenon#migrate()}: applies what is pending, and verifies the result. */
final class MigrationRun {

    private final DataSource source;
    private final Sessions sessions;
    private final ValidatedMigrations migrations;
    private final MigratorSettings settings;
    private final MigrationListener listener;
    private final OptionalInt last;

    MigrationRun(
            DataSource source,
            Sessions sessions,
            ValidatedMigrations migrations,
            MigratorSettings settings,
            MigrationListener listener,
            OptionalInt last) {
        this.source = source;
        this.sessions = sessions;
        this.migrations = migrations;
        this.settings = settings;
        this.listener = listener;
        this.last = last;
    }

    /** Returns the result; without migrating if two queries show that nothing has changed. */
    MigrationResult run() throws SQLException {
        if (last.isPresent()) {
            return apply((connection, target) ->
                    Verification.verify(connection, target, migrations.accepted(connection), false));
        }
        UpToDateCheck check = new UpToDateCheck(source, migrations, settings, false);
        Optional<UnchangedState> unchanged = check.take();
        return unchanged.isPresent() ? nothingToDo(unchanged.get()) : apply(check);
    }

    private MigrationResult nothingToDo(UnchangedState unchanged) {
        MigrationState state = unchanged.state();
        listener.accept(new MigrationEvent.StateRead(state));
        listener.accept(new MigrationEvent.StateRead(state));
        return new MigrationResult(state, state, List.of(), VerifyResult.withoutDrift(unchanged.tables()));
    }

    private MigrationResult apply(FinalVerification verification) {
        MigrationTarget goal = migrations.upTo(last);
        Schema target = goal.target();
        Migrator migrator = new Migrator(sessions, settings, TenonVersion.current(), listener);
        MigrationOutcome<VerifyResult> outcome =
                migrator.migrate(goal.migrations(), target, connection -> verification.verify(connection, target));
        if (!outcome.conclusion().clean()) {
            throw DriftFaults.drift(outcome.conclusion()).exception();
        }
        return new MigrationResult(outcome.before(), outcome.after(), outcome.applied(), outcome.conclusion());
    }
}
