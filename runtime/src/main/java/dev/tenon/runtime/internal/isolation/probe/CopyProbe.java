package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeCopies;
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
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        boolean reads = session.hasPrivilege("SELECT", target);
        boolean writes = session.hasPrivilege("INSERT", target);
        if (!reads && !writes) {
            return ProbeOutcome.notApplicable(session.role() + " may neither SELECT nor INSERT");
        }
        ProbeOutcome in = writes ? session.inSavepoint(() -> in(target, session)) : ProbeOutcome.held();
        return in.verdict() == Verdict.HELD && reads ? session.inSavepoint(() -> out(target, session)) : in;
    }

    private static ProbeOutcome in(ProbeTarget target, ProbeSession session) throws SQLException, FixtureException {
        session.enterTenant(target.one().text());
        StatementResult result = new ProbeCopies(session).in("COPY " + target.sql() + " FROM STDIN");
        if (result.ok()) {
            return ProbeOutcome.broken(
                    "COPY FROM would write rows of any tenant, because no policy applies to " + session.role());
        }
        boolean expected = result.refusal()
                .filter(refusal -> refusal.unsupported() || refusal.byPrivilege())
                .isPresent();
        return expected
                ? ProbeOutcome.held()
                : ProbeOutcome.notProven("COPY FROM was refused for another reason: " + result.why());
    }

    private static ProbeOutcome out(ProbeTarget target, ProbeSession session) throws SQLException {
        if (VisibleRows.othersRows(target, session).count() > 0) {
            return ProbeOutcome.broken("COPY TO would export rows of other tenants");
        }
        // A partitioned table is copied only as a query.
        String source = target.table().partitioning().isPresent()
                ? "(SELECT " + target.tenantColumn() + " FROM " + target.sql() + ")"
                : target.sql() + " (" + target.tenantColumn() + ")";
        List<String> lines = new ProbeCopies(session).out("COPY " + source + " TO STDOUT");
        if (lines.stream().anyMatch(line -> !line.equals(target.one().text()))) {
            return ProbeOutcome.broken("COPY TO exports rows of other tenants");
        }
        return lines.isEmpty()
                ? ProbeOutcome.notProven("COPY TO does not export the tenant's own rows either")
                : ProbeOutcome.held();
    }
}
