package dev.tenon.runtime.isolation;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.sql.Identifier;
import java.sql.SQLException;
import java.util.List;

/** The migrator can become the application role, without which nothing can be tried. */
final class RoleSwitchCheck implements RoleCheck {

    @Override
    public String name() {
        return "role-switch";
    }

    @Override
    public Outcome run(Stage stage, List<QualifiedName> tables) throws SQLException {
        String self = stage.texts("SELECT session_user").get(0);
        Answer answer = stage.tryApplication();
        return answer.ok()
                ? Outcome.held()
                : Outcome.notProven(self + " may not become " + stage.role() + " (" + answer.why() + "); GRANT "
                        + Identifier.quote(stage.role()) + " TO " + Identifier.quote(self));
    }
}
