package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** A tenant cannot move its own row to another tenant. */
final class MoveProbe implements Probe {

    @Override
    public String name() {
        return "move";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        if (Updatable.column(subject, stage).filter(subject.column()::equals).isEmpty()) {
            return Outcome.notApplicable(stage.role() + " may not UPDATE " + subject.column());
        }
        String target =
                subject.root() ? seeds.newTenant().value() : subject.other().value();
        return stage.aside(() -> {
            long reach = Sight.reach(subject, stage);
            return Written.judge(
                    stage.ask(Updatable.update(subject, subject.column(), target, reach)),
                    "a row moved to another tenant");
        });
    }
}
