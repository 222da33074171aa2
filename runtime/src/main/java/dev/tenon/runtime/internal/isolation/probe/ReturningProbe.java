package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.fixture.UpdatableColumns;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.RowCountGuard;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.runtime.internal.isolation.session.VisibleRows;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code RETURNING} exposes no row of another tenant. */
public final class ReturningProbe implements Probe {

    @Override
    public String name() {
        return "returning";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        if (!session.hasPrivilege("SELECT", target)) {
            return ProbeOutcome.notApplicable(session.role() + " may not SELECT");
        }
        String guard =
                " WHERE " + RowCountGuard.atMost(session.inSavepoint(() -> VisibleRows.maxRows(target, session)));
        List<String> statements = new ArrayList<>();
        Optional<String> column = UpdatableColumns.column(target, session);
        column.ifPresent(
                name -> statements.add(UpdatableColumns.set(target, name, "target." + Identifier.quote(name)) + guard));
        if (session.hasPrivilege("DELETE", target)) {
            statements.add("DELETE FROM " + target.sql() + " AS target" + guard);
        }
        if (session.hasPrivilege("INSERT", target)) {
            statements.add(fixtures.danglingRow(target.name(), target.other()).insert());
        }
        if (statements.isEmpty()) {
            return ProbeOutcome.notApplicable(session.role() + " has no write privilege");
        }
        for (String statement : statements) {
            StatementResult result = session.inSavepoint(() -> returned(statement, target, session));
            if (result.count() > 0
                    || result.refusal().filter(RowCountGuard::stopped).isPresent()) {
                return ProbeOutcome.broken(
                        "RETURNING exposes rows of other tenants: " + statement.replaceFirst(" .*", ""));
            }
        }
        return ProbeOutcome.held();
    }

    /** Returns the number of other tenants' rows that a statement of the tenant returns. */
    private static StatementResult returned(String statement, ProbeTarget target, ProbeSession session)
            throws SQLException {
        session.enterTenant(target.one().text());
        return session.execute("WITH written AS (" + statement + " RETURNING " + target.tenantColumn()
                + " AS tenant) SELECT pg_catalog.count(*) FROM written WHERE ("
                + session.isTenant(target, "tenant", target.one()) + ") IS NOT TRUE");
    }
}
