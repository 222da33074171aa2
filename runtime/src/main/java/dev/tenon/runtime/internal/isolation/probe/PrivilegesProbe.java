package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Privilege;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The application role has no privilege on the table that the snapshot does not grant, directly or through other
 * roles.
 */
public final class PrivilegesProbe implements Probe {

    private static final String HELD = """
            SELECT p FROM unnest(string_to_array(?, ',')) p
            WHERE has_table_privilege(?, ?, p)
                OR (p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(?, ?, p))""";

    private static final String ON_TABLES = "SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER";

    private static final String NEWER =
            "SELECT 'MAINTAIN' WHERE current_setting('server_version_num')::integer >= 170000";

    @Override
    public String name() {
        return "privileges";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures) throws SQLException {
        List<String> known = new ArrayList<>(List.of(ON_TABLES));
        known.addAll(session.texts(NEWER));
        String role = session.role();
        List<String> extra =
                new ArrayList<>(session.texts(HELD, String.join(",", known), role, target.sql(), role, target.sql()));
        for (Grant grant : target.grantsTo(role)) {
            grant.privileges().stream().map(Privilege::name).forEach(extra::remove);
        }
        return extra.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken(
                        role + " may also " + String.join(", ", extra) + ", which the snapshot does not grant");
    }
}
