package dev.tenon.runtime.isolation;

import java.sql.SQLException;

/**
 * The planner's samples of all tenants' values are hidden from the application role. How many rows a table has, and how many the
 * planner expects, everybody may see.
 */
final class StatisticsProbe implements Probe {

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException, SeedException {
        String table =
                stage.texts("SELECT ?::regclass::oid::text", subject.sql()).get(0);
        return stage.aside(() -> {
            stage.becomeApplication();
            return stage.texts("SELECT 'hidden' WHERE row_security_active(?::oid)", table)
                            .isEmpty()
                    ? Outcome.broken("pg_stats exposes to " + stage.role() + " values of all tenants, because no policy"
                            + " applies to it")
                    : Outcome.held();
        });
    }
}
