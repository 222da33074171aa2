package dev.tenon.runtime.isolation;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.sql.Identifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant cannot change another tenant's row by {@code INSERT … ON CONFLICT DO UPDATE} with its key. If keys do not
 * contain the tenant column, the inserted row is the tenant's own.
 */
final class UpsertProbe implements Probe {

    @Override
    public String name() {
        return "upsert";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        List<String> key = subject.table()
                .constraints(Constraint.PrimaryKey.class)
                .findFirst()
                .map(Constraint.PrimaryKey::columns)
                .orElse(List.of());
        Optional<String> column = Updatable.column(subject, stage);
        if (key.isEmpty()) {
            return Outcome.notApplicable("the table has no primary key");
        }
        if (column.isEmpty() || !stage.may("INSERT", subject)) {
            return Outcome.notApplicable(stage.role() + " may not INSERT and UPDATE");
        }
        Row row = seeds.settled(subject.name(), subject.other());
        if (!subject.root() && !key.contains(subject.column())) {
            row = row.with(Map.of(subject.column(), subject.one().value()));
        }
        String name = Identifier.quote(column.get());
        String sql = row.insert() + " ON CONFLICT (" + Identifier.list(key) + ") DO UPDATE SET " + name + " = EXCLUDED."
                + name;
        Answer answer = stage.aside(() -> {
            stage.become(subject.one().text());
            return stage.ask(sql);
        });
        return answer.refusal()
                        .filter(refusal -> refusal.byPrivilege() || refusal.unsupported())
                        .isPresent()
                ? Outcome.notApplicable(stage.role() + " may not: " + answer.why())
                : Written.judge(answer, "a row with the key of another tenant's");
    }
}
