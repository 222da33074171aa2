package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.List;

/**
 * The application can read or write no large object: row-level security does not apply to them, so all tenants share
 * those that it owns or may access.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-largeobject-metadata.html">pg_largeobject_metadata</a>
 */
final class LargeObjects implements ReachCheck {

    private static final String ACCESSIBLE = """
            SELECT coalesce(a.grantee, o.lomowner) || E'\\n' || 'can access ' || count(DISTINCT o.oid)
                || ' large objects, such as ' || min(o.oid)
            FROM pg_largeobject_metadata o
            LEFT JOIN LATERAL (
                SELECT x.grantee FROM aclexplode(o.lomacl) x WHERE x.grantee = 0 OR x.grantee = ANY ($roles)) a ON true
            WHERE o.lomowner = ANY ($roles) OR a.grantee IS NOT NULL
            GROUP BY a.grantee, o.lomowner
            ORDER BY 1""";

    @Override
    public String name() {
        return "large-objects";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        return ReachFinding.leaks(
                catalogs.paths(ACCESSIBLE), "keep such values in a column of type bytea of a tenant table");
    }
}
