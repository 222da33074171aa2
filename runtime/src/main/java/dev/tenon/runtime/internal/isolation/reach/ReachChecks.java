package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/** The registry of checks of what the application reaches, in the order of the report. */
public final class ReachChecks {

    private static final List<ReachCheck> ALL = List.of(
            new PrivilegedRoles(),
            new OwnedObjects(),
            new SessionSettings(),
            new TenantSetters(),
            new CreatePrivileges(),
            new UngrantedPrivileges(),
            new UndeclaredPolicies(),
            new UndeclaredRelations(),
            new SystemPrivileges(),
            new PrivilegedRoutines(),
            new BuiltinRoutines(),
            new TriggersByCascade(),
            new WritingRules(),
            new TenantCascades(),
            new ForeignAccess(),
            new LargeObjects(),
            new DefaultPrivileges(),
            new HistorySchema());

    private ReachChecks() {}

    /** Returns the names of the checks. */
    public static List<String> names() {
        return ALL.stream().map(ReachCheck::name).toList();
    }

    /**
     * Runs all checks within the connection's transaction. A check without a finding has one result, which holds; each
     * finding of another is a result.
     *
     * @param live the live schema
     * @param snapshot the expected schema
     */
    public static List<ProbeResult> runInTransaction(
            Connection connection, ProbeSession session, Schema live, Schema snapshot) throws SQLException {
        DeclaredObjects declared = DeclaredObjects.findInTransaction(connection, live, snapshot);
        session.restoreSettings();
        Savepoint before = connection.setSavepoint();
        ReachQueries catalogs = ReachQueries.of(session, live, snapshot, declared);
        List<ProbeResult> results = new ArrayList<>();
        for (ReachCheck check : ALL) {
            List<ReachFinding> findings = check.find(catalogs);
            if (findings.isEmpty()) {
                results.add(result(session, check, new ReachFinding(Verdict.HELD, "")));
            }
            findings.forEach(finding -> results.add(result(session, check, finding)));
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
        return results;
    }

    private static ProbeResult result(ProbeSession session, ReachCheck check, ReachFinding finding) {
        return new ProbeResult(ObjectPath.role(session.role()), check.name(), finding.verdict(), finding.detail());
    }
}
