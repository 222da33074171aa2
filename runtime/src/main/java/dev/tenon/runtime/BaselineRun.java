package dev.tenon.runtime;

import dev.tenon.runtime.internal.baseline.Baseline;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.runtime.internal.step.MigratorSettings;
import dev.tenon.runtime.internal.verify.AcceptedLeftovers;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.migrate.BaselineCondition;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One run of {@link Tenon#baseline}: compares first, then records. */
final class BaselineRun {

    private final ValidatedMigrations migrations;
    private final Baseline baseline;

    BaselineRun(
            Sessions sessions, ValidatedMigrations migrations, MigratorSettings settings, MigrationListener listener) {
        this.migrations = migrations;
        this.baseline = new Baseline(sessions, settings, TenonVersion.current(), listener);
    }

    /** Records the migrations if nothing differs. */
    MigrationState run(BaselineCondition condition) throws SQLException {
        List<Migration> all = migrations.validated();
        Schema target = migrations.snapshot();
        return baseline.enter(
                all,
                target,
                connection -> {
                    condition.check(connection);
                    requireClean(Verification.verify(connection, target, false));
                },
                Baseline.LeftoverSearch.NONE);
    }

    /** Records the migrations if everything that differs is a leftover, and adds the leftovers to the directory. */
    AcceptedBaseline accepting(BaselineCondition condition) throws SQLException {
        List<Migration> all = migrations.validated();
        Schema target = migrations.snapshot();
        List<Leftover> found = new ArrayList<>();
        List<String> file = new ArrayList<>();
        MigrationState state = baseline.enter(
                all,
                target,
                connection -> {
                    condition.check(connection);
                    found.addAll(leftovers(connection, target));
                },
                connection -> {
                    file.add(migrations.addLeftovers(found));
                    return found;
                });
        return new AcceptedBaseline(state, found, file.get(0));
    }

    private static List<Leftover> leftovers(Connection connection, Schema target) throws SQLException {
        List<Leftover> found = AcceptedLeftovers.find(connection, target);
        requireClean(Verification.verify(connection, target, AcceptedLeftovers.of(found, found), false));
        return found;
    }

    private static void requireClean(VerifyResult found) {
        if (!found.clean()) {
            throw DriftFaults.drift(found).exception();
        }
    }
}
