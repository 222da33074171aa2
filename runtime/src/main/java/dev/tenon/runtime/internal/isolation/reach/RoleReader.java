package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the roles of the server and their memberships.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-auth-members.html">pg_auth_members</a>
 */
final class RoleReader {

    /**
     * Trusted are the session's own role and the owner of most tables: they can read all rows anyway.
     */
    private static final String ROLES = """
            SELECT r.oid, r.rolcanlogin, r.rolsuper, r.oid < 16384 AND r.rolname ^@ 'pg_',
                coalesce(r.rolname IN (session_user, current_user) OR r.oid = (
                    SELECT mode() WITHIN GROUP (ORDER BY relowner) FROM pg_class
                    WHERE oid = ANY (SELECT to_regclass(t) FROM unnest(string_to_array(?, E'\\n')) t)), false),
                r.rolname
            FROM pg_roles r ORDER BY r.rolname""";

    /**
     * Before version 16, a member can switch to the role, and inherits its privileges if the member says INHERIT. Since
     * then, whoever creates a role is given its ADMIN option and no other; that CREATEROLE says more.
     */
    private static final String MEMBERSHIPS = """
            SELECT m.member, m.roleid, m.may_set, m.inherits,
                m.admin_option AND NOT (m.rolcreaterole AND NOT m.may_set AND NOT m.inherits)
            FROM (
                SELECT a.member, a.roleid, a.admin_option, r.rolcreaterole,
                    coalesce((to_jsonb(a) ->> 'set_option')::boolean, true) AS may_set,
                    coalesce((to_jsonb(a) ->> 'inherit_option')::boolean, r.rolinherit) AS inherits
                FROM pg_auth_members a JOIN pg_roles r ON r.oid = a.member) m
            UNION ALL
            SELECT d.datdba, o.oid, false, true, false
            FROM pg_database d, pg_roles o WHERE d.datname = current_database() AND o.rolname = 'pg_database_owner'
            ORDER BY 1, 2""";

    private RoleReader() {}

    static RoleGraph read(ProbeSession session, Schema snapshot) throws SQLException {
        String tables = String.join(
                "\n",
                snapshot.tables().stream()
                        .map(table -> Identifier.quote(table.name()))
                        .toList());
        List<RoleGraph.Role> roles = new ArrayList<>();
        for (List<Optional<String>> row : session.rows(ROLES, tables)) {
            roles.add(new RoleGraph.Role(text(row, 0), text(row, 5), is(row, 1), is(row, 2), is(row, 3), is(row, 4)));
        }
        List<RoleGraph.Membership> memberships = new ArrayList<>();
        for (List<Optional<String>> row : session.rows(MEMBERSHIPS)) {
            memberships.add(new RoleGraph.Membership(text(row, 0), text(row, 1), is(row, 2), is(row, 3), is(row, 4)));
        }
        return new RoleGraph(roles, memberships);
    }

    private static String text(List<Optional<String>> row, int column) {
        return row.get(column).orElseThrow();
    }

    private static boolean is(List<Optional<String>> row, int column) {
        return text(row, column).equals("t");
    }
}
