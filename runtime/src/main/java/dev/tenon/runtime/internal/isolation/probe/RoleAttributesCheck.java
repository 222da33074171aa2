package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** The application role has no attribute that bypasses policies or lets it obtain such an attribute. */
public final class RoleAttributesCheck implements RoleCheck {

    private static final String HELD = """
            SELECT concat_ws(', ', CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END,
                CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolcreatedb THEN 'CREATEDB' END,
                CASE WHEN rolreplication THEN 'REPLICATION' END)
            FROM pg_roles WHERE rolname = ?""";

    @Override
    public String name() {
        return "role-attributes";
    }

    @Override
    public ProbeOutcome run(ProbeSession session, List<QualifiedName> tables) throws SQLException {
        String held = session.texts(HELD, session.role()).get(0);
        return held.isEmpty() ? ProbeOutcome.held() : ProbeOutcome.broken(session.role() + " is " + held);
    }
}
