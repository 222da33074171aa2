package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.List;

/**
 * The application reaches no other server, nor this one anew with other rights, and can use no language that has the
 * rights of the server itself.
 */
final class ForeignAccess implements ReachCheck {

    /** Only superusers can use a language that is not trusted, whatever is granted. */
    private static final String USED = """
            SELECT (array_agg(r.oid ORDER BY array_position($roles, r.oid)))[1] || E'\\n' || 'may use foreign server ' || quote_ident(s.srvname)
                || CASE WHEN EXISTS (SELECT FROM pg_user_mappings m WHERE m.srvid = s.oid AND (m.umuser = 0 OR m.umuser = ANY ($roles)))
                    THEN ', with a user mapping' ELSE '' END
            FROM pg_foreign_server s, pg_roles r
            WHERE r.oid = ANY ($roles) AND has_server_privilege(r.oid, s.oid, 'USAGE')
            GROUP BY s.oid, s.srvname
            UNION ALL
            SELECT (array_agg(r.oid ORDER BY array_position($roles, r.oid)))[1] || E'\\n' || 'may use language ' || quote_ident(l.lanname)
                || ', whose routines have the rights of the server'
            FROM pg_language l, pg_roles r
            WHERE r.oid = ANY ($roles) AND has_language_privilege(r.oid, l.oid, 'USAGE') AND l.lanpltrusted
                AND (l.lanname IN ('c', 'internal', 'plperlu', 'pltclu', 'plpython3u') OR l.oid >= 16384 AND NOT EXISTS (
                    SELECT FROM pg_depend e WHERE e.classid = 'pg_language'::regclass AND e.objid = l.oid AND e.deptype = 'e'))
            GROUP BY l.oid, l.lanname
            ORDER BY 1""";

    @Override
    public String name() {
        return "foreign-access";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        return ReachFinding.leaks(catalogs.paths(USED), "REVOKE USAGE on it");
    }
}
