package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/** The table cannot be truncated. The attempt is only made if it must fail and so takes no lock. */
final class TruncateProbe implements Probe {

    @Override
    public String name() {
        return "truncate";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        if (stage.may("TRUNCATE", subject)) {
            return Outcome.broken(stage.role() + " may TRUNCATE, which policies do not restrict; REVOKE TRUNCATE ON "
                    + subject.sql() + " FROM it and from PUBLIC");
        }
        return stage.aside(() -> {
            stage.becomeApplication();
            Answer answer = stage.ask("TRUNCATE " + subject.sql());
            if (answer.ok()) {
                return Outcome.broken(stage.role() + " could TRUNCATE it");
            }
            return answer.refusal().filter(Refusal::byPrivilege).isPresent()
                    ? Outcome.held()
                    : Outcome.notProven("TRUNCATE was refused for another reason: " + answer.why());
        });
    }
}
