package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** A tenant sees its own rows; if not, that it sees no others would prove nothing. */
final class OwnRowsProbe implements Probe {

    @Override
    public String name() {
        return "own-select";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        if (!stage.may("SELECT", subject)) {
            return Outcome.notApplicable(stage.role() + " may not SELECT");
        }
        return stage.aside(() -> {
            Answer answer = Sight.ownRows(subject, stage, subject.one());
            if (!answer.ok()) {
                return Outcome.notProven("a tenant cannot read its own row: " + answer.why());
            }
            return answer.count() > 0 ? Outcome.held() : Outcome.notProven("a tenant cannot see its own row");
        });
    }
}
