package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the roles of the server and their memberships.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-auth-members.html">pg_auth_members</a>
 */
final class RoleReader {

    private static final String SEPARATOR = "\n";

    /**
     * Trusted are the session's own role and the owner of the history or, without one, of most tables: they can read all
     * rows anyway.
     */
    private static final String ROLES = """
            SELECT concat_ws(E'\\n', r.oid, r.rolcanlogin, r.rolsuper, r.oid < 16384 AND r.rolname ^@ 'pg_',
                coalesce(r.rolname IN (session_user, current_user) OR r.oid = (
                    SELECT coalesce(min(relowner) FILTER (WHERE oid = to_regclass('tenon.history')),
                        mode() WITHIN GROUP (ORDER BY relowner))
                    FROM pg_class
                    WHERE oid = to_regclass('tenon.history')
                        OR oid = ANY (SELECT to_regclass(t) FROM unnest(string_to_array(?, E'\\n')) t)), false),
                r.rolname)
            FROM pg_roles r ORDER BY r.rolname""";

    /** Before version 16, a member can switch to the role, and inherits its privileges if the member says INHERIT. */
    private static final String MEMBERSHIPS = """
            SELECT concat_ws(E'\\n', m.member, m.roleid, coalesce((to_jsonb(m) ->> 'set_option')::boolean, true),
                coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, r.rolinherit), m.admin_option)
            FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
            UNION ALL
            SELECT concat_ws(E'\\n', d.datdba, o.oid, false, true, false)
            FROM pg_database d, pg_roles o WHERE d.datname = current_database() AND o.rolname = 'pg_database_owner'
            ORDER BY 1""";

    private RoleReader() {}

    static RoleGraph read(ProbeSession session, Schema snapshot) throws SQLException {
        String tables = String.join(
                SEPARATOR,
                snapshot.tables().stream()
                        .map(table -> Identifier.quote(table.name()))
                        .toList());
        List<RoleGraph.Role> roles = new ArrayList<>();
        for (String row : session.texts(ROLES, tables)) {
            String[] of = row.split(SEPARATOR, 6);
            roles.add(new RoleGraph.Role(of[0], of[5], is(of[1]), is(of[2]), is(of[3]), is(of[4])));
        }
        List<RoleGraph.Membership> memberships = new ArrayList<>();
        for (String row : session.texts(MEMBERSHIPS)) {
            String[] of = row.split(SEPARATOR, -1);
            memberships.add(new RoleGraph.Membership(of[0], of[1], is(of[2]), is(of[3]), is(of[4])));
        }
        return new RoleGraph(roles, memberships);
    }

    private static boolean is(String flag) {
        return flag.equals("t");
    }
}
