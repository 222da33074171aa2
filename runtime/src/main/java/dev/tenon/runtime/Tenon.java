package dev.tenon.runtime;

import dev.tenon.runtime.isolation.IsolationProof;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.migrate.Baseline;
import dev.tenon.runtime.migrate.BrokenOff;
import dev.tenon.runtime.migrate.FormerHistory;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.Migrator;
import dev.tenon.runtime.migrate.MigratorSettings;
import dev.tenon.runtime.migrate.Outcome;
import dev.tenon.runtime.migrate.Repair;
import dev.tenon.runtime.migrate.Standstill;
import dev.tenon.runtime.session.Sessions;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.Verification;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import dev.tenon.schema.history.Migration;
import dev.tenon.schema.history.MigrationDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * Applies migrations to a database and verifies it. Immutable and safe for any number of threads, processes and machines
 * at once: each step of each migration is applied exactly once.
 *
 * <pre>{@code
 * Tenon tenon = Tenon.configure().dataSource(dataSource).load();
 * tenon.migrate();
 * }</pre>
 */
public final class Tenon {

    private final DataSource source;
    private final SoundMigrations migrations;
    private final String applicationName;
    private final MigratorSettings settings;
    private final MigrationListener listener;
    private final OptionalInt last;

    Tenon(
            DataSource source,
            MigrationDirectory directory,
            String applicationName,
            MigratorSettings settings,
            MigrationListener listener,
            OptionalInt last) {
        this.source = source;
        this.migrations = new SoundMigrations(directory);
        this.applicationName = applicationName;
        this.settings = settings;
        this.listener = listener;
        this.last = last;
    }

    /** Begins to configure. */
    public static TenonConfig configure() {
        return new TenonConfig();
    }

    /**
     * Applies what is pending, up to {@link TenonConfig#upTo} where that is said, then verifies that the database equals the
     * snapshot of the last one. Waits for whoever else is migrating. If neither the directory nor the history nor the catalogs
     * have changed since it last did, it finds that out by two queries, without waiting for anybody.
     *
     * @return what was done; nothing, if nothing was pending
     * @throws TenonException if it does not come to its end; what is committed stays, and another call goes on from there
     */
    public MigrationResult migrate() {
        return Faults.translated(() -> {
            if (last.isPresent()) {
                return migrate((connection, target) -> Verification.verify(connection, target, false));
            }
            Shortcut shortcut = new Shortcut(source, migrations, settings, false);
            Optional<Standstill> standstill = shortcut.take();
            return standstill.isPresent() ? nothingToDo(standstill.get()) : migrate(shortcut);
        });
    }

    /** How the end is verified. */
    interface End {

        VerifyResult verify(Connection connection, Schema target) throws SQLException;
    }

    private MigrationResult nothingToDo(Standstill standstill) {
        MigrationState state = standstill.state();
        listener.accept(new MigrationEvent.StateRead(state));
        listener.accept(new MigrationEvent.StateRead(state));
        return new MigrationResult(state, state, List.of(), VerifyResult.withoutDrift(standstill.tables()));
    }

    private MigrationResult migrate(End end) {
        Goal goal = migrations.goal(last);
        Schema target = goal.target();
        Migrator migrator = new Migrator(sessions(), settings, TenonVersion.current(), listener);
        Outcome<VerifyResult> outcome =
                migrator.migrate(goal.migrations(), target, connection -> end.verify(connection, target));
        if (!outcome.conclusion().clean()) {
            throw Differences.drift(outcome.conclusion()).exception();
        }
        return new MigrationResult(outcome.before(), outcome.after(), outcome.applied(), outcome.conclusion());
    }

    /**
     * Finds out what {@link #migrate()} would do. Changes nothing and takes no lock.
     *
     * @throws TenonException if it would be refused
     */
    public Preview preview() {
        return Faults.translated(() -> {
            Goal goal = migrations.goal(last);
            return reading(connection -> {
                MigrationState state = MigrationState.read(goal.migrations(), connection);
                return new Preview(
                        state, Migrator.preview(goal.migrations(), state, goal.target(), settings, connection));
            });
        });
    }

    /**
     * Compares the migrations directory with what the database has applied. Changes nothing and takes no lock.
     *
     * @throws TenonException if one of the two cannot be read
     */
    public StatusResult status() {
        return Faults.translated(() -> {
            List<Migration> all = migrations.sound();
            return new StatusResult(reading(connection -> MigrationState.read(all, connection)));
        });
    }

    /**
     * Enters all migrations into the history without running them, for a database that has everything already.
     *
     * @return the state afterwards
     * @throws TenonException if the database has a history already, or is not what the newest snapshot says; then nothing is
     *     entered
     */
    public StatusResult baseline() {
        return baseline(connection -> {});
    }

    /**
     * The same for a database that another tool has migrated, if all that it knows of is applied.
     *
     * @throws TenonException with {@code TN618} if anything of it is not
     */
    public StatusResult baseline(FormerHistory former) {
        return baseline(former::check);
    }

    private StatusResult baseline(Baseline.Condition first) {
        return Faults.translated(() -> {
            List<Migration> all = migrations.sound();
            Schema target = migrations.snapshot();
            Baseline baseline = new Baseline(sessions(), settings, TenonVersion.current(), listener);
            return new StatusResult(baseline.enter(all, target, connection -> {
                first.check(connection);
                VerifyResult found = Verification.verify(connection, target, false);
                if (!found.clean()) {
                    throw Differences.drift(found).exception();
                }
            }));
        });
    }

    /**
     * Verifies that the database is what the migrations that it has applied made, in every kind of object and every attribute,
     * and says what is pending. Changes nothing. Where neither the directory nor the history nor the catalogs have changed since
     * {@link #migrate()} last compared the two, it finds that out by two queries and compares nothing.
     *
     * @return every difference, and what is pending
     * @throws TenonException if one of the two cannot be read
     */
    public VerifyResult verify() {
        return Faults.translated(verifier()::verify);
    }

    /**
     * The same, but it compares whatever was found before.
     *
     * @return every difference
     * @throws TenonException if one of the two cannot be read
     */
    public VerifyResult verifyFully() {
        return Faults.translated(() -> verifier().compare(false));
    }

    /**
     * Compares as {@link #verifyFully()} does; other people's tables, types, triggers, routines and grants in the schemas that
     * the snapshot names count as differences too.
     *
     * @return every difference
     * @throws TenonException if one of the two cannot be read
     */
    public VerifyResult verifyStrictly() {
        return Faults.translated(() -> verifier().compare(true));
    }

    /**
     * Refuses to go on where the database lacks what classes need: for the start of an application that does not migrate
     * by itself. What a newer version has added is no reason.
     *
     * <pre>{@code
     * tenon.guard(CompiledSchema.load());
     * }</pre>
     *
     * <p>Where nothing has changed since {@link #migrate()} last verified, and the migrations lead to what the classes need, it
     * finds that out by two queries.
     *
     * @param needed what the classes need
     * @throws TenonException with {@code TN642} if anything of it is missing or different
     */
    public void guard(Schema needed) {
        Faults.translated(() -> {
            List<Difference> lacking = verifier().lacking(needed);
            if (!lacking.isEmpty()) {
                throw Differences.lacking(lacking).exception();
            }
            return lacking;
        });
    }

    /**
     * The steps outside a transaction that were begun and not ended, with what the catalogs say about them. Changes
     * nothing and takes no lock, so a step may be among them that is running right now.
     *
     * @throws TenonException if the directory or the database cannot be read
     */
    public List<BrokenOff> brokenOff() {
        return Faults.translated(() -> {
            List<Migration> all = migrations.sound();
            return reading(connection -> Repair.find(all, connection));
        });
    }

    /**
     * Settles a step that was broken off as a person has found it. Waits for whoever is migrating.
     *
     * @param migration the number of its migration
     * @param step the number of the step, from 1
     * @param done whether it took effect; else it runs again with the next {@link #migrate()}
     * @throws TenonException with {@code TN628} if that step is not interrupted
     */
    public void settle(int migration, int step, boolean done) {
        Faults.translated(() -> {
            new Repair(sessions(), settings, listener).settle(migration, step, done);
            return step;
        });
    }

    /**
     * Proves on the live database that no tenant reaches another's rows: two made-up tenants try everything that must not
     * work, in one transaction that is rolled back. What pending migrations will bring is left aside. Writes nothing.
     *
     * @return what came of each probe of each table
     * @throws TenonException if the directory or the database cannot be read
     */
    public IsolationReport proveIsolation() {
        return Faults.translated(() -> {
            AppliedSnapshot applied = new AppliedSnapshot(migrations, migrations::snapshot);
            return reading(connection -> IsolationProof.prove(connection, applied.read(connection)));
        });
    }

    private Verifier verifier() {
        return new Verifier(source, migrations, settings, applicationName);
    }

    private Sessions sessions() {
        return new Sessions(source, applicationName);
    }

    private <T> T reading(Reading.Question<T> question) throws SQLException {
        return Reading.ask(sessions(), question);
    }
}
