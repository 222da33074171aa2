package dev.tenon.runtime.isolation;

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
final class ReferenceProbe implements Probe {

    @Override
    public String name() {
        return "other-reference";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        List<String> leaks = new ArrayList<>();
        List<Constraint.ForeignKey> references = subject.references().stream()
                .filter(key -> !toItself(key, subject))
                .toList();
        for (Constraint.ForeignKey key : references) {
            Answer answer = stage.aside(() -> refer(key, subject, stage, seeds));
            if (answer.ok()) {
                leaks.add(key.name());
            } else if (answer.refusal().filter(ReferenceProbe::expected).isEmpty()) {
                return Outcome.notProven(
                        "a row with " + key.name() + " was refused for another reason: " + answer.why());
            }
        }
        if (references.isEmpty()) {
            return Outcome.notApplicable("the table references no tenant table");
        }
        return leaks.isEmpty()
                ? Outcome.held()
                : Outcome.broken("foreign key " + String.join(", ", leaks)
                        + " allows a row to reference a row of another" + " tenant");
    }

    /** A row that shares a key with what it refers to refers to itself. */
    private static boolean toItself(Constraint.ForeignKey key, Subject subject) {
        Set<String> shared = new HashSet<>(key.columns());
        shared.removeIf(column ->
                !key.targetColumns().get(key.columns().indexOf(column)).equals(column));
        return key.target().equals(subject.name())
                && TableKeys.keys(subject.table()).anyMatch(shared::containsAll);
    }

    private static boolean expected(Refusal refusal) {
        return refusal.byForeignKey() || refusal.byRowSecurity();
    }

    /** It is the constraint that is tried here, so it does not matter who writes the row. */
    private static Answer refer(Constraint.ForeignKey key, Subject subject, Stage stage, Seeds seeds)
            throws SQLException, SeedException {
        Tenant tenant = subject.root() ? seeds.newTenant() : subject.one();
        Row own = seeds.candidate(subject.name(), tenant);
        Map<String, String> foreign =
                fresh(key.target(), subject.other(), seeds).values();
        Map<String, String> reference = new HashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String target = key.targetColumns().get(i);
            if (!key.columns().get(i).equals(subject.column())) {
                String value = foreign.get(target);
                if (value == null) {
                    throw new SeedException("the value of " + key.target().display() + "." + target + " is not known");
                }
                reference.put(key.columns().get(i), value);
            }
        }
        Answer before = stage.ask("SET CONSTRAINTS ALL IMMEDIATE");
        if (!before.ok()) {
            throw new SeedException("the generated test rows are inconsistent: " + before.why());
        }
        return seeds.insert(own.with(reference), tenant);
    }

    /** A row that nothing refers to yet: where at most one row may, the other tenant's own would be in the way. */
    private static Row fresh(QualifiedName table, Tenant tenant, Seeds seeds) throws SQLException, SeedException {
        Row further = seeds.candidate(table, tenant);
        return seeds.insert(further, tenant).ok() ? further : seeds.settled(table, tenant);
    }
}
