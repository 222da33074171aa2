package dev.tenon.runtime.isolation;

import java.sql.SQLException;
import java.util.Optional;

/** A tenant's UPDATE, with any condition, changes its own rows and no rows of another tenant. */
final class UpdateProbe implements Probe {

    @Override
    public String name() {
        return "other-update";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        Optional<String> column = Updatable.column(subject, stage);
        if (column.isEmpty()) {
            return Outcome.notApplicable(stage.role() + " may not UPDATE");
        }
        boolean takeover = column.get().equals(subject.column());
        String value = takeover ? subject.one().value() : "DEFAULT";
        return stage.aside(() -> {
            String sql = Updatable.update(subject, column.get(), value, Sight.reach(subject, stage));
            Touched.Attempt attempt = Touched.attempt(sql, subject, stage);
            boolean constraint =
                    attempt.answer().refusal().filter(Refusal::byConstraint).isPresent();
            return constraint && takeover
                    ? Outcome.broken("a row of another tenant was changed, and only a constraint stopped it: "
                            + attempt.answer().why())
                    : takeover && Touched.nothing(attempt) && Sight.within(subject, stage)
                            ? Outcome.held(
                                    "its own rows can be changed, although a trigger suppresses updates that change"
                                            + " nothing")
                            : Touched.judge("UPDATE", attempt);
        });
    }
}
