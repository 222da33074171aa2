package dev.tenon.runtime.isolation;

import dev.tenon.schema.sql.Identifier;
import java.sql.SQLException;
import java.util.Optional;

/** A tenant cannot change another's rows by {@code MERGE}, which finds rows by what it may read and changes what it may change. */
final class MergeProbe implements Probe {

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        Optional<String> column = Updatable.column(subject, stage);
        if (column.isEmpty()) {
            return Outcome.notApplicable(stage.role() + " may not UPDATE");
        }
        String name = Identifier.quote(column.get());
        String sql = "MERGE INTO " + subject.sql() + " AS target USING (SELECT 1) AS source ON "
                + stage.isTenant(subject, "target." + subject.tenantColumn(), subject.other())
                + " WHEN MATCHED THEN UPDATE SET " + name
                + " = target." + name;
        Answer answer = stage.aside(() -> {
            stage.become(subject.one().text());
            return stage.ask(sql);
        });
        if (answer.ok()) {
            return answer.count() == 0
                    ? Outcome.held()
                    : Outcome.broken("rows of other tenants can be changed by MERGE");
        }
        Refusal refusal = answer.refusal().orElseThrow();
        if (refusal.byRowSecurity()) {
            return Outcome.held();
        }
        return refusal.byPrivilege() || refusal.unsupported()
                ? Outcome.notApplicable(stage.role() + " may not: " + refusal)
                : Outcome.notProven("MERGE was refused for another reason: " + refusal);
    }
}
