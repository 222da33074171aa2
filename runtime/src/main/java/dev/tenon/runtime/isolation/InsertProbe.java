package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** A tenant cannot add a row to another, while it can add one to itself. */
final class InsertProbe implements Probe {

    @Override
    public String name() {
        return "other-insert";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        if (!stage.may("INSERT", subject)) {
            return Outcome.notApplicable(stage.role() + " may not INSERT");
        }
        Tenant self = subject.root() ? seeds.newTenant() : subject.one();
        Answer own = stage.aside(() -> insert(subject, self, self, stage, seeds));
        if (!own.ok()) {
            return Outcome.notProven("a tenant cannot insert its own rows, so a refused insert for another tenant"
                    + " proves nothing; if intended, revoke the privilege: " + own.why());
        }
        Tenant other = subject.root() ? seeds.newTenant() : subject.other();
        return Written.judge(
                stage.aside(() -> insert(subject, subject.one(), other, stage, seeds)), "a row of another tenant");
    }

    private static Answer insert(Subject subject, Tenant session, Tenant owner, Stage stage, Seeds seeds)
            throws SQLException, SeedException {
        Row row = seeds.candidate(subject.name(), owner);
        stage.become(session.text());
        return stage.ask(row.insert());
    }
}
