package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.FixtureRow;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.runtime.internal.isolation.session.WriteAttempt;
import dev.tenon.runtime.isolation.Verdict;
import java.sql.SQLException;
import java.util.List;

/** A session without a tenant: no rows, and none can be added. */
abstract class SettingProbe implements Probe {

    /** The state of the setting in words, as in "with …". */
    abstract String state();

    /** Brings a session into the state, as the application role. */
    @FunctionalInterface
    interface Entry {
        void enter(ProbeSession stage) throws SQLException;
    }

    /** The ways into the state, each of which is tried. */
    abstract List<Entry> entries(ProbeTarget subject);

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        FixtureRow row = seeds.loose(subject.name(), subject.one());
        if (!stage.may("SELECT", subject) && !stage.may("INSERT", subject)) {
            return ProbeOutcome.notApplicable(stage.role() + " may neither SELECT nor INSERT");
        }
        ProbeOutcome outcome = ProbeOutcome.held();
        for (Entry entry : entries(subject)) {
            outcome = tried(entry, row, subject, stage);
            if (outcome.verdict() != Verdict.HELD) {
                return outcome;
            }
        }
        return outcome;
    }

    private ProbeOutcome tried(Entry entry, FixtureRow row, ProbeTarget subject, ProbeSession stage)
            throws SQLException, FixtureException {
        boolean reads = stage.may("SELECT", subject);
        boolean writes = stage.may("INSERT", subject);
        return stage.aside(() -> {
            entry.enter(stage);
            StatementResult seen = reads
                    ? stage.ask("SELECT pg_catalog.count(*) FROM (SELECT FROM " + subject.sql() + " LIMIT 1) seen")
                    : StatementResult.of(0);
            if (seen.count() > 0) {
                return ProbeOutcome.broken("with " + state() + " rows are visible");
            }
            if (!seen.ok() && !seen.refusal().filter(StatementError::byValue).isPresent()) {
                return ProbeOutcome.notProven(
                        "with " + state() + " SELECT was refused for another reason: " + seen.why());
            }
            return writes ? written(stage.ask(row.insert())) : ProbeOutcome.held();
        });
    }

    /** A setting that is no tenant's may be refused as such. */
    private ProbeOutcome written(StatementResult answer) {
        return answer.refusal().filter(StatementError::byValue).isPresent()
                ? ProbeOutcome.held()
                : WriteAttempt.judge(answer, "with " + state() + " a row");
    }
}
