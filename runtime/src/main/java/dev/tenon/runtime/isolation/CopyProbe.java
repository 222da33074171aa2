package dev.tenon.runtime.isolation;

import java.sql.SQLException;
import java.util.List;

/**
 * {@code COPY … TO} exports only a tenant's own rows; {@code COPY … FROM}, which row-level security does not
 * support, is refused.
 */
final class CopyProbe implements Probe {

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        boolean reads = stage.may("SELECT", subject);
        boolean writes = stage.may("INSERT", subject);
        if (!reads && !writes) {
            return Outcome.notApplicable(stage.role() + " may neither SELECT nor INSERT");
        }
        Outcome in = writes ? stage.aside(() -> in(subject, stage)) : Outcome.held();
        return in.verdict() == Verdict.HELD && reads ? stage.aside(() -> out(subject, stage)) : in;
    }

    private static Outcome in(Subject subject, Stage stage) throws SQLException {
        stage.become(subject.one().text());
        Answer answer = stage.copyIn("COPY " + subject.sql() + " FROM STDIN");
        if (answer.ok()) {
            return Outcome.broken(
                    "COPY FROM would write rows of any tenant, because no policy applies to " + stage.role());
        }
        boolean expected = answer.refusal()
                .filter(refusal -> refusal.unsupported() || refusal.byPrivilege())
                .isPresent();
        return expected
                ? Outcome.held()
                : Outcome.notProven("COPY FROM was refused for another reason: " + answer.why());
    }

    private static Outcome out(Subject subject, Stage stage) throws SQLException {
        if (Sight.othersRows(subject, stage).count() > 0) {
            return Outcome.broken("COPY TO would export rows of other tenants");
        }
        // A partitioned table is copied only as a query.
        String source = subject.table().partitioning().isPresent()
                ? "(SELECT " + subject.tenantColumn() + " FROM " + subject.sql() + ")"
                : subject.sql() + " (" + subject.tenantColumn() + ")";
        List<String> lines = stage.copyOut("COPY " + source + " TO STDOUT");
        if (lines.stream().anyMatch(line -> !line.equals(subject.one().text()))) {
            return Outcome.broken("COPY TO exports rows of other tenants");
        }
        return lines.isEmpty()
                ? Outcome.notProven("COPY TO does not export the tenant's own rows either")
                : Outcome.held();
    }
}
