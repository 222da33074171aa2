package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.fixture.UpdatableColumns;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.FixtureRow;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.runtime.internal.isolation.session.WriteAttempt;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant cannot change another tenant's row by {@code INSERT … ON CONFLICT DO UPDATE} with the key of that row. If
 * keys do not contain the tenant column, the inserted row is the tenant's own.
 */
public final class UpsertProbe implements Probe {

    @Override
    public String name() {
        return "upsert";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        List<String> key = target.table()
                .constraints(Constraint.PrimaryKey.class)
                .findFirst()
                .map(Constraint.PrimaryKey::columns)
                .orElse(List.of());
        Optional<String> column = UpdatableColumns.column(target, session);
        if (key.isEmpty()) {
            return ProbeOutcome.notApplicable("the table has no primary key");
        }
        if (column.isEmpty() || !session.hasPrivilege("INSERT", target)) {
            return ProbeOutcome.notApplicable(session.role() + " may not INSERT and UPDATE");
        }
        FixtureRow row = fixtures.fixtureRow(target.name(), target.other());
        if (!target.root() && !key.contains(target.column())) {
            row = row.with(Map.of(target.column(), target.one().value()));
        }
        String name = Identifier.quote(column.get());
        String sql = row.insert() + " ON CONFLICT (" + Identifier.list(key) + ") DO UPDATE SET " + name + " = EXCLUDED."
                + name;
        StatementResult result = session.inSavepoint(() -> {
            session.enterTenant(target.one().text());
            return session.execute(sql);
        });
        return result.refusal()
                        .filter(refusal -> refusal.byPrivilege() || refusal.unsupported())
                        .isPresent()
                ? ProbeOutcome.notApplicable(session.role() + " may not: " + result.why())
                : WriteAttempt.judge(result, "a row with the key of another tenant's");
    }
}
