package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.List;

/** The migrator can set the application role; otherwise no probe can run. */
public final class RoleSwitchCheck implements RoleCheck {

    @Override
    public String name() {
        return "role-switch";
    }

    @Override
    public ProbeOutcome run(ProbeSession session, List<QualifiedName> tables) throws SQLException {
        String self = session.texts("SELECT session_user").get(0);
        StatementResult result = session.trySetApplicationRole();
        return result.ok()
                ? ProbeOutcome.held()
                : ProbeOutcome.notProven(self + " may not become " + session.role() + " (" + result.why() + "); GRANT "
                        + Identifier.quote(session.role()) + " TO " + Identifier.quote(self));
    }
}
