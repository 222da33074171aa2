package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** A tenant can see no row of another tenant, generated or real. */
final class SelectProbe implements Probe {

    @Override
    public String name() {
        return "other-select";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        if (!stage.may("SELECT", subject)) {
            return Outcome.notApplicable(stage.role() + " may not SELECT");
        }
        return stage.aside(() -> {
            Answer answer = Sight.othersRows(subject, stage);
            if (!answer.ok()) {
                return Outcome.notProven("reading was refused: " + answer.why());
            }
            return answer.count() == 0 ? Outcome.held() : Outcome.broken("rows of other tenants are visible");
        });
    }
}
