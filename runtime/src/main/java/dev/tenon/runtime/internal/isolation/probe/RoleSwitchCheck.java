package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.List;

/** The migrator can become the application role, without which nothing can be tried. */
public final class RoleSwitchCheck implements RoleCheck {

    @Override
    public String name() {
        return "role-switch";
    }

    @Override
    public ProbeOutcome run(ProbeSession stage, List<QualifiedName> tables) throws SQLException {
        String self = stage.texts("SELECT session_user").get(0);
        StatementResult answer = stage.tryApplication();
        return answer.ok()
                ? ProbeOutcome.held()
                : ProbeOutcome.notProven(self + " may not become " + stage.role() + " (" + answer.why() + "); GRANT "
                        + Identifier.quote(stage.role()) + " TO " + Identifier.quote(self));
    }
}
