package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import java.sql.SQLException;

/** The table cannot be truncated. The attempt is only made if it must fail and so takes no lock. */
public final class TruncateProbe implements Probe {

    @Override
    public String name() {
        return "truncate";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        if (stage.may("TRUNCATE", subject)) {
            return ProbeOutcome.broken(
                    stage.role() + " may TRUNCATE, which policies do not restrict; REVOKE TRUNCATE ON " + subject.sql()
                            + " FROM it and from PUBLIC");
        }
        return stage.aside(() -> {
            stage.becomeApplication();
            StatementResult answer = stage.ask("TRUNCATE " + subject.sql());
            if (answer.ok()) {
                return ProbeOutcome.broken(stage.role() + " could TRUNCATE it");
            }
            return answer.refusal().filter(StatementError::byPrivilege).isPresent()
                    ? ProbeOutcome.held()
                    : ProbeOutcome.notProven("TRUNCATE was refused for another reason: " + answer.why());
        });
    }
}
