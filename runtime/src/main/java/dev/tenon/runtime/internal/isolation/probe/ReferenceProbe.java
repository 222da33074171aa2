package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.fixture.TableKeys;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.FixtureRow;
import dev.tenon.runtime.internal.isolation.session.FixtureTenant;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import dev.tenon.runtime.internal.isolation.session.StatementResult;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No row can reference a row of another tenant: foreign keys between tenant tables include the tenant. */
public final class ReferenceProbe implements Probe {

    @Override
    public String name() {
        return "other-reference";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        List<String> leaks = new ArrayList<>();
        List<Constraint.ForeignKey> references = target.references().stream()
                .filter(key -> !isSelfReference(key, target))
                .toList();
        for (Constraint.ForeignKey key : references) {
            StatementResult result = session.inSavepoint(() -> insertReference(key, target, session, fixtures));
            if (result.ok()) {
                leaks.add(key.name());
            } else if (result.refusal().filter(ReferenceProbe::expected).isEmpty()) {
                return ProbeOutcome.notProven(
                        "a row with " + key.name() + " was refused for another reason: " + result.why());
            }
        }
        if (references.isEmpty()) {
            return ProbeOutcome.notApplicable("the table references no tenant table");
        }
        return leaks.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken("foreign key " + String.join(", ", leaks)
                        + " allows a row to reference a row of another" + " tenant");
    }

    /** A row that shares a key with the referenced row references itself. */
    private static boolean isSelfReference(Constraint.ForeignKey key, ProbeTarget target) {
        Set<String> shared = new HashSet<>(key.columns());
        shared.removeIf(column ->
                !key.targetColumns().get(key.columns().indexOf(column)).equals(column));
        return key.target().equals(target.name())
                && TableKeys.keys(target.table()).anyMatch(shared::containsAll);
    }

    private static boolean expected(StatementError refusal) {
        return refusal.byForeignKey() || refusal.byRowSecurity();
    }

    /** This tests the constraint, so any role may insert the row. */
    private static StatementResult insertReference(
            Constraint.ForeignKey key, ProbeTarget target, ProbeSession session, FixtureRows fixtures)
            throws SQLException, FixtureException {
        FixtureTenant tenant = target.root() ? fixtures.newTenant() : target.one();
        FixtureRow own = fixtures.probeRow(target.name(), tenant);
        Map<String, String> foreign =
                unreferencedRow(key.target(), target.other(), fixtures).values();
        Map<String, String> reference = new HashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String targetColumn = key.targetColumns().get(i);
            if (!key.columns().get(i).equals(target.column())) {
                String value = foreign.get(targetColumn);
                if (value == null) {
                    throw new FixtureException(
                            "the value of " + key.target().display() + "." + targetColumn + " is not known");
                }
                reference.put(key.columns().get(i), value);
            }
        }
        StatementResult before = session.execute("SET CONSTRAINTS ALL IMMEDIATE");
        if (!before.ok()) {
            throw new FixtureException("the generated test rows are inconsistent: " + before.why());
        }
        return fixtures.insert(own.with(reference), tenant);
    }

    /** Returns a row without references to it, because a unique constraint may allow only one. */
    private static FixtureRow unreferencedRow(QualifiedName table, FixtureTenant tenant, FixtureRows fixtures)
            throws SQLException, FixtureException {
        FixtureRow candidate = fixtures.probeRow(table, tenant);
        return fixtures.insert(candidate, tenant).ok() ? candidate : fixtures.fixtureRow(table, tenant);
    }
}
