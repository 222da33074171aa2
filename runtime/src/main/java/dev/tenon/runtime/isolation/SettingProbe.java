package dev.tenon.runtime.isolation;

import java.sql.SQLException;
import java.util.List;

/** A session without a tenant: no rows, and none can be added. */
abstract class SettingProbe implements Probe {

    /** The state of the setting in words, as in "with …". */
    abstract String state();

    /** Brings a session into the state, as the application role. */
    @FunctionalInterface
    interface Entry {
        void enter(Stage stage) throws SQLException;
    }

    /** The ways into the state, each of which is tried. */
    abstract List<Entry> entries(Subject subject);

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        Row row = seeds.loose(subject.name(), subject.one());
        if (!stage.may("SELECT", subject) && !stage.may("INSERT", subject)) {
            return Outcome.notApplicable(stage.role() + " may neither SELECT nor INSERT");
        }
        Outcome outcome = Outcome.held();
        for (Entry entry : entries(subject)) {
            outcome = tried(entry, row, subject, stage);
            if (outcome.verdict() != Verdict.HELD) {
                return outcome;
            }
        }
        return outcome;
    }

    private Outcome tried(Entry entry, Row row, Subject subject, Stage stage) throws SQLException, SeedException {
        boolean reads = stage.may("SELECT", subject);
        boolean writes = stage.may("INSERT", subject);
        return stage.aside(() -> {
            entry.enter(stage);
            Answer seen = reads
                    ? stage.ask("SELECT pg_catalog.count(*) FROM (SELECT FROM " + subject.sql() + " LIMIT 1) seen")
                    : Answer.of(0);
            if (seen.count() > 0) {
                return Outcome.broken("with " + state() + " rows are visible");
            }
            if (!seen.ok() && !seen.refusal().filter(Refusal::byValue).isPresent()) {
                return Outcome.notProven("with " + state() + " SELECT was refused for another reason: " + seen.why());
            }
            return writes ? written(stage.ask(row.insert())) : Outcome.held();
        });
    }

    /** A setting that is no tenant's may be refused as such. */
    private Outcome written(Answer answer) {
        return answer.refusal().filter(Refusal::byValue).isPresent()
                ? Outcome.held()
                : Written.judge(answer, "with " + state() + " a row");
    }
}
