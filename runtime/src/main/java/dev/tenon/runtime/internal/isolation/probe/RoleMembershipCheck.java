package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.List;

/** The application role is not, and cannot become, a role that bypasses policies or owns a tenant table. */
public final class RoleMembershipCheck implements RoleCheck {

    private static final String REACHED = """
            SELECT r.rolname || CASE WHEN o.relname IS NOT NULL THEN ', the owner of ' || o.relname
                WHEN r.rolsuper THEN ', a superuser' WHEN r.rolbypassrls THEN ' with BYPASSRLS'
                ELSE ', which reaches the server''s files' END
            FROM pg_roles r
            LEFT JOIN LATERAL (
                SELECT min(c.relname::text) AS relname FROM pg_class c
                WHERE c.relowner = r.oid
                    AND c.oid = ANY (SELECT to_regclass(t) FROM unnest(string_to_array(?, E'\\n')) t)) o ON true
            WHERE pg_has_role(?, r.oid, 'MEMBER') AND (o.relname IS NOT NULL OR (r.rolname <> ? AND (
                r.rolsuper OR r.rolbypassrls OR r.rolname IN (
                    'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program'))))
            ORDER BY 1""";

    private static final String SUPERUSER = "SELECT 'super' FROM pg_roles WHERE rolname = ? AND rolsuper";

    @Override
    public String name() {
        return "role-membership";
    }

    @Override
    public ProbeOutcome run(ProbeSession session, List<QualifiedName> tables) throws SQLException {
        if (!session.texts(SUPERUSER, session.role()).isEmpty()) {
            return ProbeOutcome.broken(session.role() + " is a superuser and can become any role");
        }
        String names = String.join("\n", tables.stream().map(Identifier::quote).toList());
        List<String> reached = session.texts(REACHED, names, session.role(), session.role());
        return reached.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken(session.role() + " is or can become " + String.join("; ", reached));
    }
}
