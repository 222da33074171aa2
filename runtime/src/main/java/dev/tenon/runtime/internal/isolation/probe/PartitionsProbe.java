package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.sql.SQLException;
import java.util.List;

/**
 * The application role has no access to partitions and inheritance children, to which the table's policies do not
 * apply.
 */
public final class PartitionsProbe implements Probe {

    private static final String HEIRS = """
            WITH RECURSIVE heir AS (
                SELECT inhrelid FROM pg_inherits WHERE inhparent = ?::regclass
                UNION
                SELECT i.inhrelid FROM heir h JOIN pg_inherits i ON i.inhparent = h.inhrelid)
            SELECT CASE WHEN has_table_privilege(?, inhrelid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                OR has_any_column_privilege(?, inhrelid, 'SELECT, INSERT, UPDATE, REFERENCES')
                THEN inhrelid::regclass::text ELSE '' END
            FROM heir ORDER BY 1 DESC""";

    @Override
    public String name() {
        return "partitions";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures) throws SQLException {
        List<String> heirs = session.names(HEIRS, target.sql(), session.role(), session.role());
        List<String> open = heirs.stream().filter(heir -> !heir.isEmpty()).toList();
        if (heirs.isEmpty()) {
            return ProbeOutcome.notApplicable("the table has no partitions");
        }
        return open.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken(session.role() + " can access " + String.join(", ", open) + " directly, bypassing"
                        + " the policies of "
                        + target.name().display() + "; REVOKE ALL on it, access through the table is sufficient");
    }
}
