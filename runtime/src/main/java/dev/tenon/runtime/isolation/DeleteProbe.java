package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** A tenant's DELETE, with any condition, deletes its own rows and no rows of another tenant. */
final class DeleteProbe implements Probe {

    @Override
    public String name() {
        return "other-delete";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        if (!stage.may("DELETE", subject)) {
            return Outcome.notApplicable(stage.role() + " may not DELETE");
        }
        return stage.aside(() -> {
            String sql = "DELETE FROM " + subject.sql() + " WHERE " + Guard.atMost(Sight.reach(subject, stage));
            Touched.Attempt attempt = Touched.attempt(sql, subject, stage);
            // A foreign key speaks up after the last row, so the guard had nothing to say.
            return attempt.answer().refusal().filter(Refusal::byForeignKey).isPresent()
                    ? Outcome.held("the tenant's own rows are referenced: "
                            + attempt.answer().why())
                    : Touched.judge("DELETE", attempt);
        });
    }
}
