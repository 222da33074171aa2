package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.runtime.internal.isolation.session.VisibleRows;
import dev.tenon.runtime.isolation.Verdict;
import java.sql.SQLException;
import java.util.List;

/**
 * {@code COPY … TO} exports only a tenant's own rows; {@code COPY … FROM}, which row-level security does not
 * support, is refused.
 */
public final class CopyProbe implements Probe {

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        boolean reads = stage.may("SELECT", subject);
        boolean writes = stage.may("INSERT", subject);
        if (!reads && !writes) {
            return ProbeOutcome.notApplicable(stage.role() + " may neither SELECT nor INSERT");
        }
        ProbeOutcome in = writes ? stage.aside(() -> in(subject, stage)) : ProbeOutcome.held();
        return in.verdict() == Verdict.HELD && reads ? stage.aside(() -> out(subject, stage)) : in;
    }

    private static ProbeOutcome in(ProbeTarget subject, ProbeSession stage) throws SQLException {
        stage.become(subject.one().text());
        StatementResult answer = stage.copyIn("COPY " + subject.sql() + " FROM STDIN");
        if (answer.ok()) {
            return ProbeOutcome.broken(
                    "COPY FROM would write rows of any tenant, because no policy applies to " + stage.role());
        }
        boolean expected = answer.refusal()
                .filter(refusal -> refusal.unsupported() || refusal.byPrivilege())
                .isPresent();
        return expected
                ? ProbeOutcome.held()
                : ProbeOutcome.notProven("COPY FROM was refused for another reason: " + answer.why());
    }

    private static ProbeOutcome out(ProbeTarget subject, ProbeSession stage) throws SQLException {
        if (VisibleRows.othersRows(subject, stage).count() > 0) {
            return ProbeOutcome.broken("COPY TO would export rows of other tenants");
        }
        // A partitioned table is copied only as a query.
        String source = subject.table().partitioning().isPresent()
                ? "(SELECT " + subject.tenantColumn() + " FROM " + subject.sql() + ")"
                : subject.sql() + " (" + subject.tenantColumn() + ")";
        List<String> lines = stage.copyOut("COPY " + source + " TO STDOUT");
        if (lines.stream().anyMatch(line -> !line.equals(subject.one().text()))) {
            return ProbeOutcome.broken("COPY TO exports rows of other tenants");
        }
        return lines.isEmpty()
                ? ProbeOutcome.notProven("COPY TO does not export the tenant's own rows either")
                : ProbeOutcome.held();
    }
}
