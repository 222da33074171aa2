package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import java.sql.SQLException;

/**
 * The table cannot be truncated. The probe tries it only if it must fail, because a successful TRUNCATE would take a
 * lock.
 */
public final class TruncateProbe implements Probe {

    @Override
    public String name() {
        return "truncate";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        if (session.hasPrivilege("TRUNCATE", target)) {
            return ProbeOutcome.broken(
                    session.role() + " may TRUNCATE, which policies do not restrict; REVOKE TRUNCATE ON " + target.sql()
                            + " FROM it and from PUBLIC");
        }
        return session.inSavepoint(() -> {
            session.setApplicationRole();
            StatementResult result = session.execute("TRUNCATE " + target.sql());
            if (result.ok()) {
                return ProbeOutcome.broken(session.role() + " could TRUNCATE it");
            }
            return result.refusal().filter(StatementError::byPrivilege).isPresent()
                    ? ProbeOutcome.held()
                    : ProbeOutcome.notProven("TRUNCATE was refused for another reason: " + result.why());
        });
    }
}
