package dev.tenon.runtime.isolation;

import dev.tenon.schema.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code RETURNING} exposes no row of another tenant. */
final class ReturningProbe implements Probe {

    @Override
    public String name() {
        return "returning";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        if (!stage.may("SELECT", subject)) {
            return Outcome.notApplicable(stage.role() + " may not SELECT");
        }
        String guard = " WHERE " + Guard.atMost(stage.aside(() -> Sight.reach(subject, stage)));
        List<String> statements = new ArrayList<>();
        Optional<String> column = Updatable.column(subject, stage);
        column.ifPresent(
                name -> statements.add(Updatable.set(subject, name, "target." + Identifier.quote(name)) + guard));
        if (stage.may("DELETE", subject)) {
            statements.add("DELETE FROM " + subject.sql() + " AS target" + guard);
        }
        if (stage.may("INSERT", subject)) {
            statements.add(seeds.loose(subject.name(), subject.other()).insert());
        }
        if (statements.isEmpty()) {
            return Outcome.notApplicable(stage.role() + " has no write privilege");
        }
        for (String statement : statements) {
            Answer answer = stage.aside(() -> returned(statement, subject, stage));
            if (answer.count() > 0 || answer.refusal().filter(Guard::stopped).isPresent()) {
                return Outcome.broken("RETURNING exposes rows of other tenants: " + statement.replaceFirst(" .*", ""));
            }
        }
        return Outcome.held();
    }

    /** How many rows of others a statement of the tenant returns. */
    private static Answer returned(String statement, Subject subject, Stage stage) throws SQLException {
        stage.become(subject.one().text());
        return stage.ask("WITH written AS (" + statement + " RETURNING " + subject.tenantColumn()
                + " AS tenant) SELECT pg_catalog.count(*) FROM written WHERE ("
                + stage.isTenant(subject, "tenant", subject.one()) + ") IS NOT TRUE");
    }
}
