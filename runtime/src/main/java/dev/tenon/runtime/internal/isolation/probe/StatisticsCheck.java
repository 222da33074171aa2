package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** The application role cannot read the catalogs with the planner's samples of all tenants' values. */
public final class StatisticsCheck implements RoleCheck {

    private static final String READABLE = """
            SELECT s FROM unnest(ARRAY['pg_statistic', 'pg_statistic_ext_data']) s
            WHERE has_table_privilege(?, 'pg_catalog.' || s, 'SELECT') ORDER BY 1""";

    @Override
    public String name() {
        return "planner-samples";
    }

    @Override
    public ProbeOutcome run(ProbeSession session, List<QualifiedName> tables) throws SQLException {
        List<String> readable = session.texts(READABLE, session.role());
        return readable.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken(
                        session.role() + " may read " + String.join(", ", readable) + ", with values of all tenants");
    }
}
