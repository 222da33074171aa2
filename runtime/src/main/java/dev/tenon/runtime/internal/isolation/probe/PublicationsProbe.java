package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.sql.SQLException;
import java.util.List;

/**
 * A publication sends the rows of all tenants to its subscribers, bypassing policies. A subscription needs REPLICATION,
 * which the application role must not have, so this is a warning and not a leak.
 */
public final class PublicationsProbe implements Probe {

    private static final String PUBLISHED = """
            WITH RECURSIVE part AS (
                SELECT ?::regclass::oid AS relid
                UNION
                SELECT i.inhrelid FROM part p JOIN pg_inherits i ON i.inhparent = p.relid)
            SELECT DISTINCT p.pubname || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END
            FROM pg_publication p, LATERAL pg_get_publication_tables(p.pubname::text) published
            WHERE published.relid IN (SELECT relid FROM part)
                AND NOT EXISTS (
                    SELECT FROM unnest(string_to_array(?, E'\\n')) said WHERE substr(said, strpos(said, '.') + 1) = p.pubname)
            ORDER BY 1""";

    @Override
    public String name() {
        return "publications";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures) throws SQLException {
        List<String> published = session.texts(PUBLISHED, target.sql(), String.join("\n", target.shared()));
        return published.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.warning("publication " + String.join(", ", published)
                        + " publishes its rows of all tenants to every subscriber, bypassing row-level security; if"
                        + " intended, declare it as an @SqlObject of that name with a reason in shared");
    }
}
