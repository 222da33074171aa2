package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.internal.history.HistoryIntegrity;
import java.sql.SQLException;
import java.util.List;

/** The schema of the history is the migrator's alone; otherwise its content says nothing about the database. */
final class HistorySchema implements ReachCheck {

    @Override
    public String name() {
        return "history-schema";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<String> violations = catalogs.session().texts(HistoryIntegrity.VIOLATIONS_IN_SESSION + " ORDER BY 1");
        return ReachFinding.leaks(
                violations.stream()
                        .map(violation -> "schema tenon: " + violation)
                        .toList(),
                "only the migrator may write it; revoke the privilege, or drop what Tenon has not created");
    }
}
