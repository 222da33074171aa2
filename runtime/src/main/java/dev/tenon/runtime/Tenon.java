package dev.tenon.runtime;

import dev.tenon.runtime.internal.abandon.Abandonment;
import dev.tenon.runtime.internal.fence.FenceCheck;
import dev.tenon.runtime.internal.history.StateComparison;
import dev.tenon.runtime.internal.isolation.IsolationProof;
import dev.tenon.runtime.internal.migrate.Migrator;
import dev.tenon.runtime.internal.migrate.Repair;
import dev.tenon.runtime.internal.migrate.TrustedCreators;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.isolation.FenceReport;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.migrate.BaselineCondition;
import dev.tenon.runtime.migrate.InterruptedStep;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.schema.internal.sql.RoleMapping;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
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
    private final ValidatedMigrations migrations;
    private final String applicationName;
    private final MigratorSettings settings;
    private final MigrationListener listener;
    private final OptionalInt last;
    private final RoleMapping roles;

    Tenon(
            DataSource source,
            MigrationDirectory directory,
            String applicationName,
            MigratorSettings settings,
            MigrationListener listener,
            OptionalInt last,
            RoleMapping roles) {
        this.source = source;
        this.roles = roles;
        this.migrations = new ValidatedMigrations(directory, roles, settings.history());
        this.applicationName = applicationName;
        this.settings = settings;
        this.listener = listener;
        this.last = last;
    }

    /** Returns a new configuration. */
    public static TenonConfig configure() {
        return new TenonConfig();
    }

    /**
     * Applies the pending migrations, up to {@link TenonConfig#upTo} if set, then verifies that the database equals
     * the snapshot of the last one. Waits while another migrator is running. If directory, history and catalogs have
     * not changed since the last successful run, two queries detect this, without waiting for locks.
     *
     * @return the applied migrations; none if nothing was pending
     * @throws TenonException if migrating fails; committed steps stay, and another call continues after them
     */
    public MigrationResult migrate() {
        return FaultTranslation.translated(
                new MigrationRun(source, sessions(), migrations, settings, listener, last)::run);
    }

    /**
     * Returns what {@link #migrate()} would do. Changes nothing and takes no lock.
     *
     * @throws TenonException if {@link #migrate()} would be refused
     */
    public MigrationPreview preview() {
        return FaultTranslation.translated(() -> {
            MigrationTarget goal = migrations.upTo(last);
            return reading(connection -> {
                MigrationState state = StateComparison.read(settings.history(), goal.migrations(), connection);
                return new MigrationPreview(
                        state, Migrator.preview(goal.migrations(), state, goal.target(), settings, connection));
            });
        });
    }

    /**
     * Compares the migrations directory with the history of the database. Changes nothing and takes no lock.
     *
     * @throws TenonException if the directory or the database cannot be read
     */
    public StatusResult status() {
        return FaultTranslation.translated(() -> {
            List<Migration> all = migrations.validated();
            return new StatusResult(reading(connection -> StateComparison.read(settings.history(), all, connection)));
        });
    }

    /**
     * Records all migrations in the history without running them, for a database that already has their objects.
     *
     * @return the state afterwards
     * @throws TenonException if the database already has a history or differs from the newest snapshot; then nothing
     *     is recorded
     */
    public StatusResult baseline() {
        return baseline(connection -> {});
    }

    /**
     * Like {@link #baseline()}, for a database that another tool has migrated; requires that all migrations of that
     * tool are applied.
     *
     * @throws TenonException with {@code TN618} if one of them is not applied
     */
    public StatusResult baseline(BaselineCondition condition) {
        return FaultTranslation.translated(
                () -> new StatusResult(new BaselineRun(sessions(), migrations, settings, listener).run(condition)));
    }

    /**
     * Like {@link #baseline(BaselineCondition)}, but accepts what the database has beyond the snapshot: adds it to {@code
     * meta/leftovers.json} of the migrations directory, for review, and notes it in the history of this database. If
     * there is a history, only replaces these notes.
     *
     * @return the leftovers of this database
     * @throws TenonException as {@link #baseline(BaselineCondition)}, if the database lacks something of the snapshot or
     *     has it in another form; if the migrations directory cannot be written
     */
    public AcceptedBaseline baselineAcceptingLeftovers(BaselineCondition condition) {
        return FaultTranslation.translated(
                () -> new BaselineRun(sessions(), migrations, settings, listener).accepting(condition));
    }

    /**
     * Verifies that the database equals the snapshot of the migrations that it has applied, for every kind of object
     * and every attribute, and reports what is pending. Changes nothing. If directory, history and catalogs have not
     * changed since the last comparison by {@link #migrate()}, two queries detect this, and nothing is compared.
     *
     * @return every difference, and what is pending
     * @throws TenonException if the directory or the database cannot be read
     */
    public VerifyResult verify() {
        return FaultTranslation.translated(verifier()::verify);
    }

    /**
     * Like {@link #verify()}, but always compares, even if nothing has changed.
     *
     * @return every difference
     * @throws TenonException if the directory or the database cannot be read
     */
    public VerifyResult verifyFully() {
        return FaultTranslation.translated(() -> verifier().compare(false));
    }

    /**
     * Like {@link #verifyFully()}, but also reports tables, types, triggers, routines and grants that the snapshot
     * does not contain, in the schemas that it names.
     *
     * @return every difference
     * @throws TenonException if the directory or the database cannot be read
     */
    public VerifyResult verifyStrictly() {
        return FaultTranslation.translated(() -> verifier().compare(true));
    }

    /**
     * Fails if the database lacks objects that the classes need. Call it at the start of an application that does
     * not migrate by itself. Additional objects, such as those of a newer version, are accepted.
     *
     * <pre>{@code
     * tenon.guard(CompiledSchema.load());
     * }</pre>
     *
     * <p>If nothing has changed since the last verification by {@link #migrate()} and the newest snapshot has the
     * schema that the classes need, two queries are enough.
     *
     * @param needed the schema that the classes need
     * @throws TenonException with {@code TN642} if an object of it is missing or different
     */
    public void guard(Schema needed) {
        FaultTranslation.translated(() -> {
            List<Difference> lacking = verifier().lacking(roles.schema(needed));
            if (!lacking.isEmpty()) {
                throw DriftFaults.lacking(lacking).exception();
            }
            return lacking;
        });
    }

    /**
     * Returns the interrupted steps outside a transaction, with the effect that the catalogs show. Changes nothing
     * and takes no lock, so the result may contain a step that is still running.
     *
     * @throws TenonException if the directory or the database cannot be read
     */
    public List<InterruptedStep> interruptedSteps() {
        return FaultTranslation.translated(() -> {
            List<Migration> all = migrations.validated();
            return reading(connection -> Repair.find(settings.history(), all, connection));
        });
    }

    /**
     * Records the outcome of an interrupted step, as found by a person. Waits while another migrator is running.
     *
     * @param migration the number of its migration
     * @param step the number of the step, from 1
     * @param done whether it took effect; if not, the next {@link #migrate()} runs it again
     * @throws TenonException with {@code TN628} if that step is not interrupted, with {@code TN626} if it should be done
     *     and the catalogs show that it is not
     */
    public void resolveStep(int migration, int step, boolean done) {
        FaultTranslation.translated(() -> {
            new Repair(sessions(), settings, listener).resolve(migrations.journaled(), migration, step, done);
            return step;
        });
    }

    /**
     * Returns what {@link #abandon} would do. Changes nothing and takes no lock.
     *
     * @throws TenonException if the directory or the database cannot be read, or they contradict each other
     */
    public AbandonPreview previewAbandon() {
        return FaultTranslation.translated(() -> {
            List<Migration> all = migrations.validated();
            Abandonment.Plan plan = reading(
                    connection -> Abandonment.preview(settings.history(), all, migrations::without, connection));
            return new AbandonPreview(plan.migration(), plan.steps(), plan.losses());
        });
    }

    /**
     * Takes a half-applied migration back: from what its committed steps left to the schema before it. Afterwards the
     * migration has not begun. Does nothing if no migration is half-applied. Waits while another migrator is running.
     *
     * @param accepted the acceptance tokens of what does not come back, exactly as {@link #previewAbandon} returns them
     * @return the migration that was taken back
     * @throws TenonException with {@code TN636} if something does not come back and is not accepted; then nothing has
     *     changed. With {@code TN630} if the database differs from the schema before the migration for another reason.
     *     If a step fails, another call continues
     */
    public AbandonResult abandon(Set<String> accepted) {
        return FaultTranslation.translated(() -> {
            List<Migration> all = migrations.validated();
            TrustedCreators trusted = TrustedCreators.required(migrations.snapshot());
            Abandonment.Result result = new Abandonment(sessions(), settings, listener, migrations.leftovers(), trusted)
                    .run(all, migrations::without, accepted);
            if (!result.verification().differences().isEmpty()) {
                throw DriftFaults.afterAbandon(result.migration().orElseThrow(), result.verification())
                        .exception();
            }
            return new AbandonResult(result.migration(), result.losses(), result.state());
        });
    }

    /**
     * Proves on the live database that no tenant can access another tenant's rows: as two test tenants, tries every
     * access that must fail, in one transaction that is rolled back. Ignores pending migrations. Writes nothing.
     *
     * @return the result of each probe for each table
     * @throws TenonException if the directory or the database cannot be read
     */
    public IsolationReport proveIsolation() {
        return FaultTranslation.translated(() -> {
            AppliedSnapshot applied = new AppliedSnapshot(migrations, migrations::snapshot);
            return reading(connection -> IsolationProof.prove(connection, applied.read(connection)));
        });
    }

    /**
     * Counts the rows that tenant isolation hides, or would hide at a later stage: rows without a tenant, rows of a
     * tenant that does not exist, and references to rows of other tenants. Reads what was observed of admitted roles.
     * Changes nothing.
     *
     * @return what was found
     * @throws TenonException if the directory or the database cannot be read
     */
    public FenceReport checkFence() {
        return FaultTranslation.translated(() -> {
            AppliedSnapshot applied = new AppliedSnapshot(migrations, migrations::snapshot);
            return reading(connection -> FenceCheck.run(connection, applied.read(connection)));
        });
    }

    private Verifier verifier() {
        return new Verifier(source, migrations, settings, applicationName);
    }

    private Sessions sessions() {
        return new Sessions(source, applicationName, settings.history().name());
    }

    private <T> T reading(SessionQuery.Query<T> question) throws SQLException {
        return SessionQuery.ask(sessions(), question);
    }
}
