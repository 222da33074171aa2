package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * No session of the application owns an object: an owner can change its content, its privileges and its policies. What
 * the application has in its temporary schema is its own.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-shdepend.html">pg_shdepend</a>
 */
final class OwnedObjects implements ReachCheck {

    private static final String OWNED = """
            SELECT d.refobjid || E'\\n' || 'owns ' || pg_describe_object(d.classid, d.objid, 0)
            FROM pg_shdepend d
            WHERE d.deptype = 'o' AND d.refclassid = 'pg_authid'::regclass AND d.refobjid = ANY ($roles)
                AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
                AND d.classid <> 'pg_largeobject'::regclass
                AND NOT EXISTS (
                    SELECT FROM (
                        SELECT relnamespace FROM pg_class WHERE d.classid = 'pg_class'::regclass AND oid = d.objid
                        UNION ALL
                        SELECT pronamespace FROM pg_proc WHERE d.classid = 'pg_proc'::regclass AND oid = d.objid
                        UNION ALL
                        SELECT typnamespace FROM pg_type WHERE d.classid = 'pg_type'::regclass AND oid = d.objid) o
                    JOIN pg_namespace n ON n.oid = o.relnamespace
                    WHERE n.nspname LIKE 'pg\\_temp\\_%' OR n.nspname LIKE 'pg\\_toast\\_temp\\_%')
            ORDER BY d.classid = 'pg_class'::regclass DESC, 1""";

    private static final int SHOWN = 5;

    @Override
    public String name() {
        return "owned-objects";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<String> owned = catalogs.paths(OWNED);
        List<String> paths = new ArrayList<>(owned.subList(0, Math.min(SHOWN, owned.size())));
        if (owned.size() > SHOWN) {
            paths.add("the application owns " + (owned.size() - SHOWN) + " more objects");
        }
        return ReachFinding.leaks(paths, "give it to the role of the migrations: ALTER … OWNER TO");
    }
}
