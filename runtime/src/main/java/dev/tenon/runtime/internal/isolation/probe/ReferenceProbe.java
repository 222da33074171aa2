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

/** No row can refer to a row of another tenant: foreign keys between tenants' tables include the tenant. */
public final class ReferenceProbe implements Probe {

    @Override
    public String name() {
        return "other-reference";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        List<String> leaks = new ArrayList<>();
        List<Constraint.ForeignKey> references = subject.references().stream()
                .filter(key -> !toItself(key, subject))
                .toList();
        for (Constraint.ForeignKey key : references) {
            StatementResult answer = stage.aside(() -> refer(key, subject, stage, seeds));
            if (answer.ok()) {
                leaks.add(key.name());
            } else if (answer.refusal().filter(ReferenceProbe::expected).isEmpty()) {
                return ProbeOutcome.notProven(
                        "a row with " + key.name() + " was refused for another reason: " + answer.why());
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

    /** A row that shares a key with what it refers to refers to itself. */
    private static boolean toItself(Constraint.ForeignKey key, ProbeTarget subject) {
        Set<String> shared = new HashSet<>(key.columns());
        shared.removeIf(column ->
                !key.targetColumns().get(key.columns().indexOf(column)).equals(column));
        return key.target().equals(subject.name())
                && TableKeys.keys(subject.table()).anyMatch(shared::containsAll);
    }

    private static boolean expected(StatementError refusal) {
        return refusal.byForeignKey() || refusal.byRowSecurity();
    }

    /** It is the constraint that is tried here, so it does not matter who writes the row. */
    private static StatementResult refer(
            Constraint.ForeignKey key, ProbeTarget subject, ProbeSession stage, FixtureRows seeds)
            throws SQLException, FixtureException {
        FixtureTenant tenant = subject.root() ? seeds.newTenant() : subject.one();
        FixtureRow own = seeds.probeRow(subject.name(), tenant);
        Map<String, String> foreign =
                fresh(key.target(), subject.other(), seeds).values();
        Map<String, String> reference = new HashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String target = key.targetColumns().get(i);
            if (!key.columns().get(i).equals(subject.column())) {
                String value = foreign.get(target);
                if (value == null) {
                    throw new FixtureException(
                            "the value of " + key.target().display() + "." + target + " is not known");
                }
                reference.put(key.columns().get(i), value);
            }
        }
        StatementResult before = stage.ask("SET CONSTRAINTS ALL IMMEDIATE");
        if (!before.ok()) {
            throw new FixtureException("the generated test rows are inconsistent: " + before.why());
        }
        return seeds.insert(own.with(reference), tenant);
    }

    /** A row that nothing refers to yet: where at most one row may, the other tenant's own would be in the way. */
    private static FixtureRow fresh(QualifiedName table, FixtureTenant tenant, FixtureRows seeds)
            throws SQLException, FixtureException {
        FixtureRow further = seeds.probeRow(table, tenant);
        return seeds.insert(further, tenant).ok() ? further : seeds.fixtureRow(table, tenant);
    }
}
