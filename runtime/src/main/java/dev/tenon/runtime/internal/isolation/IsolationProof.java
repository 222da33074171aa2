package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.probe.DefaultTenantCheck;
import dev.tenon.runtime.internal.isolation.probe.RoleAttributesCheck;
import dev.tenon.runtime.internal.isolation.probe.RoleCheck;
import dev.tenon.runtime.internal.isolation.probe.RoleSwitchCheck;
import dev.tenon.runtime.internal.isolation.probe.ServerVersionCheck;
import dev.tenon.runtime.internal.isolation.reach.ReachChecks;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Proves tenant isolation by trying every access that must fail. It inserts rows of two test tenants into every
 * tenant table, runs each probe on each table as the application role, and rolls everything back.
 */
public final class IsolationProof {

    private static final List<RoleCheck> ROLE_CHECKS = List.of(
            new ServerVersionCheck(), new DefaultTenantCheck(), new RoleAttributesCheck(), new RoleSwitchCheck());

    private final ProbeSession session;
    private final Tenancy tenancy;
    private final ProbeTargets targets;
    private final FixtureRows fixtures;
    private final ProbeRunner runner;
    private final List<ProbeResult> results = new ArrayList<>();

    private IsolationProof(ProbeSession session, Schema live, Schema snapshot, Tenancy tenancy) {
        this.session = session;
        this.tenancy = tenancy;
        this.targets = new ProbeTargets(live, snapshot);
        this.fixtures = new FixtureRows(session, live, tenancy);
        this.runner = new ProbeRunner(session, fixtures);
    }

    /**
     * Runs all probes in one transaction that is rolled back. Existing rows are neither changed nor locked if tenants
     * are isolated; otherwise a probe stops at the first row of another tenant.
     *
     * @param connection a connection of the migrator outside a transaction; its state is preserved
     * @param snapshot the expected schema, which declares the tenant tables and the application role
     * @throws SQLException if the connection is lost
     */
    public static IsolationReport prove(Connection connection, Schema snapshot) throws SQLException {
        return RollbackTransaction.run(connection, () -> proveInTransaction(connection, snapshot));
    }

    /** Runs all probes in the connection's transaction, and rolls back to a savepoint. */
    static IsolationReport proveInTransaction(Connection connection, Schema snapshot) throws SQLException {
        Optional<Tenancy> tenancy = snapshot.tenancy();
        if (tenancy.isEmpty()) {
            return new IsolationReport(List.of(new ProbeResult(
                    ObjectPath.tenancy(),
                    "tenancy",
                    Verdict.NOT_APPLICABLE,
                    "the snapshot declares no tenancy; declare it on a package: @Schema(tenancy = …)")));
        }
        if (!tenancy.get().hasRowSecurity()) {
            return new IsolationReport(List.of(new ProbeResult(
                    ObjectPath.tenancy(),
                    "stage",
                    Verdict.NOT_APPLICABLE,
                    "nothing is fenced yet: the tenancy is at stage "
                            + tenancy.get().stage() + ", and row-level security begins with stage ROW_SECURITY")));
        }
        Savepoint before = connection.setSavepoint();
        Schema live = CatalogReader.readInTransaction(connection, CatalogScope.of(snapshot))
                .schema();
        connection.rollback(before);
        ProbeSession session = ProbeSession.open(
                connection, tenancy.get().role(), tenancy.get().setting());
        IsolationProof proof =
                new IsolationProof(session, ProbeTargets.withDeclarations(live, snapshot), snapshot, tenancy.get());
        boolean roleExists =
                KeyedLookup.find(live.roles(), tenancy.get().role()).isPresent();
        IsolationReport report = roleExists ? proof.run(connection, live, snapshot) : proof.withoutRole();
        connection.rollback(before);
        connection.releaseSavepoint(before);
        return report;
    }

    private IsolationReport withoutRole() {
        String obstacle = "role " + tenancy.role() + " does not exist";
        ROLE_CHECKS.forEach(check -> add(check.name(), ProbeOutcome.notProven(obstacle)));
        ReachChecks.names().forEach(check -> add(check, ProbeOutcome.notProven(obstacle)));
        targets.names().forEach(name -> runner.cannotRun(name, obstacle));
        return report();
    }

    private IsolationReport run(Connection connection, Schema live, Schema snapshot) throws SQLException {
        ProbeOutcome last = ProbeOutcome.held();
        for (RoleCheck check : ROLE_CHECKS) {
            last = check.run(session, targets.names());
            add(check.name(), last);
        }
        results.addAll(ReachChecks.runInTransaction(connection, session, live, snapshot));
        for (String role : tenancy.admitted()) {
            results.add(new ProbeResult(
                    ObjectPath.role(role),
                    "admitted",
                    Verdict.WARNING,
                    "sees the rows of all tenants: it is admitted"));
        }
        return live(last.verdict().fails() ? Optional.of(last.detail()) : Optional.empty());
    }

    private IsolationReport live(Optional<String> obstacle) throws SQLException {
        List<ProbeTarget> all;
        try {
            all = targets.of(fixtures.newTenant(), fixtures.newTenant());
        } catch (FixtureException missing) {
            targets.names().forEach(name -> runner.cannotRun(name, missing.obstacle()));
            return report();
        }
        targets.unavailable().forEach(runner::cannotRun);
        runner.run(Probes.OF_CATALOGS, all, Map.of());
        Map<QualifiedName, String> obstacles = new TreeMap<>();
        obstacle.ifPresent(reason -> all.forEach(target -> obstacles.put(target.name(), reason)));
        runner.run(Probes.FIRST, all, obstacles);
        if (obstacle.isEmpty()) {
            obstacles.putAll(targets.insertFixtures(all, fixtures));
        }
        if (session.isSettingUnset()) {
            List<ProbeTarget> ready = all.stream()
                    .filter(target -> !obstacles.containsKey(target.name()))
                    .toList();
            runner.run(Probes.FIRST, ready, obstacles);
        }
        runner.run(Probes.LIVE, all, obstacles);
        return report();
    }

    private void add(String check, ProbeOutcome outcome) {
        results.add(new ProbeResult(ObjectPath.role(tenancy.role()), check, outcome.verdict(), outcome.detail()));
    }

    private IsolationReport report() {
        results.addAll(runner.results());
        return new IsolationReport(results);
    }
}
