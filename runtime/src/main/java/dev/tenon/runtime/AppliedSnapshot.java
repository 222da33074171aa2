package dev.tenon.runtime;

import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.history.StateComparison;
import dev.tenon.runtime.internal.migrate.Repair;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.internal.verify.VerificationTarget;
import dev.tenon.runtime.migrate.InterruptedStep;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.runtime.verify.HistoryGap;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The expected schema according to the history: the snapshot of the applied migrations. A database without a history is
 * compared with the newest snapshot if it contains any of its objects, as for a baseline. Otherwise it is expected to
 * be empty.
 */
final class AppliedSnapshot implements VerificationTarget {

    private static final String MIGRATE = "run 'tenon migrate'";
    private static final String ABANDON = "run 'tenon abandon' again";
    private static final String REPAIR = "run 'tenon repair', which lists the step that you must resolve";

    private final ValidatedMigrations migrations;
    private final Supplier<Schema> newest;
    private MigrationState state = new MigrationState(0, List.of(), List.of());
    private String obstacle = "an applied migration depends on a pending one";
    private String advice = "";
    private boolean adopted;

    AppliedSnapshot(ValidatedMigrations migrations, Supplier<Schema> newest) {
        this.migrations = migrations;
        this.newest = newest;
    }

    @Override
    public Optional<Schema> of(Connection connection, Schema live) throws SQLException {
        state = StateComparison.read(migrations.history(), migrations.journaled(), connection);
        if (state.pending() == 0) {
            return Optional.of(newest.get());
        }
        Optional<MigrationStatus> half = pending().stream()
                .filter(each ->
                        each.progress() == MigrationProgress.PARTIAL || each.progress() == MigrationProgress.ABANDONING)
                .findFirst();
        if (half.isPresent()) {
            boolean abandoning = half.get().progress() == MigrationProgress.ABANDONING;
            obstacle = abandoning ? half.get().migration() + " is being abandoned" : halfApplied(half.get());
            advice = abandoning ? ABANDON : isUndecided(connection) ? REPAIR : MIGRATE + " to continue";
            return Optional.empty();
        }
        adopted = hasNoSteps() && Verification.hasAny(live, newest.get());
        advice = MIGRATE;
        return adopted ? Optional.of(newest.get()) : migrations.without(missing());
    }

    /**
     * Reads the catalogs and returns the expected schema. If it cannot be determined, it omits the half-applied
     * migration.
     */
    Schema read(Connection connection) throws SQLException {
        Schema whole = newest.get();
        Schema live = CatalogReader.read(connection, CatalogScope.of(whole)).schema();
        Optional<Schema> applied = of(connection, live);
        return applied.isPresent()
                ? applied.get()
                : migrations.without(missing()).orElse(whole);
    }

    @Override
    public String obstacle() {
        return obstacle;
    }

    /**
     * Adds the findings of the history to the comparison. Removes the SQL if it would revert migrations that only the
     * database knows.
     */
    VerifyResult complete(VerifyResult compared) {
        if (adopted) {
            return compared;
        }
        VerifyResult result = compared.withGap(new HistoryGap(pending(), state.faults(), advice));
        for (MigrationStatus each : pending()) {
            if (!each.undone().isEmpty()) {
                result = result.afterUndo(each.migration().toString());
                break;
            }
        }
        return hasOtherMigrations() ? result.withoutCorrections() : result;
    }

    private static String halfApplied(MigrationStatus half) {
        return half.migration() + " is half-applied, " + half.done() + " of " + half.steps() + " steps "
                + (half.done() == 1 ? "is" : "are") + " done";
    }

    /** Whether a person must resolve a step before migrating continues; changed files are reported first. */
    private boolean isUndecided(Connection connection) throws SQLException {
        return state.faults().isEmpty()
                && Repair.find(migrations.history(), migrations.journaled(), connection).stream()
                        .anyMatch(InterruptedStep::isUndecided);
    }

    /** Whether the history has no steps. */
    private boolean hasNoSteps() {
        return state.applied() == 0
                && state.faults().isEmpty()
                && pending().stream().allMatch(each -> each.progress() == MigrationProgress.PENDING);
    }

    /** Whether the database has fully applied migrations that this directory lacks or has in another form. */
    private boolean hasOtherMigrations() {
        return state.applied() > state.expected() - state.pending();
    }

    private List<MigrationStatus> pending() {
        return state.migrations().stream()
                .filter(each -> each.progress() != MigrationProgress.APPLIED)
                .toList();
    }

    /** The pending migrations, except those that are applied in another form. */
    private Set<MigrationName> missing() {
        Set<String> contradicted = new HashSet<>();
        state.faults().forEach(fault -> contradicted.add(fault.facts().getOrDefault("migration", "")));
        Set<MigrationName> missing = new HashSet<>();
        for (MigrationStatus each : pending()) {
            if (!contradicted.contains(each.migration().toString())) {
                missing.add(each.migration());
            }
        }
        return missing;
    }
}
