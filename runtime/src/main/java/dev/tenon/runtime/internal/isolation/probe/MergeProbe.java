package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.fixture.UpdatableColumns;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.Optional;

/** A tenant cannot change another tenant's rows by {@code MERGE}. */
public final class MergeProbe implements Probe {

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        Optional<String> column = UpdatableColumns.column(target, session);
        if (column.isEmpty()) {
            return ProbeOutcome.notApplicable(session.role() + " may not UPDATE");
        }
        String name = Identifier.quote(column.get());
        String sql = "MERGE INTO " + target.sql() + " AS target USING (SELECT 1) AS source ON "
                + session.isTenant(target, "target." + target.tenantColumn(), target.other())
                + " WHEN MATCHED THEN UPDATE SET " + name
                + " = target." + name;
        StatementResult result = session.inSavepoint(() -> {
            session.enterTenant(target.one().text());
            return session.execute(sql);
        });
        if (result.ok()) {
            return result.count() == 0
                    ? ProbeOutcome.held()
                    : ProbeOutcome.broken("rows of other tenants can be changed by MERGE");
        }
        StatementError refusal = result.refusal().orElseThrow();
        if (refusal.byRowSecurity()) {
            return ProbeOutcome.held();
        }
        return refusal.byPrivilege() || refusal.unsupported()
                ? ProbeOutcome.notApplicable(session.role() + " may not: " + refusal)
                : ProbeOutcome.notProven("MERGE was refused for another reason: " + refusal);
    }
}
