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
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        if (!stage.may("SELECT", subject)) {
            return ProbeOutcome.notApplicable(stage.role() + " may not SELECT");
        }
        String guard = " WHERE " + RowCountGuard.atMost(stage.aside(() -> VisibleRows.reach(subject, stage)));
        List<String> statements = new ArrayList<>();
        Optional<String> column = UpdatableColumns.column(subject, stage);
        column.ifPresent(name ->
                statements.add(UpdatableColumns.set(subject, name, "target." + Identifier.quote(name)) + guard));
        if (stage.may("DELETE", subject)) {
            statements.add("DELETE FROM " + subject.sql() + " AS target" + guard);
        }
        if (stage.may("INSERT", subject)) {
            statements.add(seeds.loose(subject.name(), subject.other()).insert());
        }
        if (statements.isEmpty()) {
            return ProbeOutcome.notApplicable(stage.role() + " has no write privilege");
        }
        for (String statement : statements) {
            StatementResult answer = stage.aside(() -> returned(statement, subject, stage));
            if (answer.count() > 0
                    || answer.refusal().filter(RowCountGuard::stopped).isPresent()) {
                return ProbeOutcome.broken(
                        "RETURNING exposes rows of other tenants: " + statement.replaceFirst(" .*", ""));
            }
        }
        return ProbeOutcome.held();
    }

    /** How many rows of others a statement of the tenant returns. */
    private static StatementResult returned(String statement, ProbeTarget subject, ProbeSession stage)
            throws SQLException {
        stage.become(subject.one().text());
        return stage.ask("WITH written AS (" + statement + " RETURNING " + subject.tenantColumn()
                + " AS tenant) SELECT pg_catalog.count(*) FROM written WHERE ("
                + stage.isTenant(subject, "tenant", subject.one()) + ") IS NOT TRUE");
    }
}
