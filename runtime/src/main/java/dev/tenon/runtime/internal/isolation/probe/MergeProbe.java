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

/** A tenant cannot change another's rows by {@code MERGE}, which finds rows by what it may read and changes what it may change. */
public final class MergeProbe implements Probe {

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        Optional<String> column = UpdatableColumns.column(subject, stage);
        if (column.isEmpty()) {
            return ProbeOutcome.notApplicable(stage.role() + " may not UPDATE");
        }
        String name = Identifier.quote(column.get());
        String sql = "MERGE INTO " + subject.sql() + " AS target USING (SELECT 1) AS source ON "
                + stage.isTenant(subject, "target." + subject.tenantColumn(), subject.other())
                + " WHEN MATCHED THEN UPDATE SET " + name
                + " = target." + name;
        StatementResult answer = stage.aside(() -> {
            stage.become(subject.one().text());
            return stage.ask(sql);
        });
        if (answer.ok()) {
            return answer.count() == 0
                    ? ProbeOutcome.held()
                    : ProbeOutcome.broken("rows of other tenants can be changed by MERGE");
        }
        StatementError refusal = answer.refusal().orElseThrow();
        if (refusal.byRowSecurity()) {
            return ProbeOutcome.held();
        }
        return refusal.byPrivilege() || refusal.unsupported()
                ? ProbeOutcome.notApplicable(stage.role() + " may not: " + refusal)
                : ProbeOutcome.notProven("MERGE was refused for another reason: " + refusal);
    }
}
