package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** The tenant setting has no default for a role or the database, so a new session has no tenant. */
public final class DefaultTenantCheck implements RoleCheck {

    private static final String DEFAULTS = """
            SELECT CASE WHEN s.setrole = 0 THEN 'everybody' ELSE pg_get_userbyid(s.setrole) END
                || CASE WHEN s.setdatabase = 0 THEN '' ELSE ' in this database' END
            FROM pg_db_role_setting s, unnest(s.setconfig) c
            WHERE lower(split_part(c, '=', 1)) = lower(?) AND split_part(c, '=', 2) <> ''
                AND (s.setrole = 0 OR pg_has_role(s.setrole, ?, 'MEMBER'))
                AND s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
            ORDER BY 1""";

    @Override
    public String name() {
        return "default-tenant";
    }

    @Override
    public ProbeOutcome run(ProbeSession session, List<QualifiedName> tables) throws SQLException {
        List<String> defaults = session.texts(DEFAULTS, session.setting(), session.role());
        return defaults.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken(session.setting() + " has a default for " + String.join(", ", defaults) + ", so a"
                        + " session without a tenant acts as that tenant");
    }
}
