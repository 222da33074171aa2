package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.probe.DefaultTenantCheck;
import dev.tenon.runtime.internal.isolation.probe.RoleAttributesCheck;
import dev.tenon.runtime.internal.isolation.probe.RoleCheck;
import dev.tenon.runtime.internal.isolation.probe.RoleMembershipCheck;
import dev.tenon.runtime.internal.isolation.probe.RoleSwitchCheck;
import dev.tenon.runtime.internal.isolation.probe.ServerVersionCheck;
import dev.tenon.runtime.internal.isolation.probe.StatisticsCheck;
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
            new ServerVersionCheck(),
            new DefaultTenantCheck(),
            new RoleAttributesCheck(),
            new RoleMembershipCheck(),
            new StatisticsCheck(),
            new RoleSwitchCheck());

    private final ProbeSession stage;
    private final Tenancy tenancy;
    private final ProbeTargets subjects;
    private final FixtureRows seeds;
    private final ProbeRunner proofs;
    private final List<ProbeResult> results = new ArrayList<>();

    private IsolationProof(ProbeSession stage, Schema live, Schema snapshot, Tenancy tenancy) {
        this.stage = stage;
        this.tenancy = tenancy;
        this.subjects = new ProbeTargets(live, snapshot);
        this.seeds = new FixtureRows(stage, live, tenancy);
        this.proofs = new ProbeRunner(stage, seeds);
    }

    /**
     * Tries it all in one transaction that is rolled back. Rows that exist are neither changed nor locked as long as
     * tenants are kept apart; where they are not, a probe stops at the first row that is not its own.
     *
     * @param connection a connection of the migrator that is in no transaction; it is left as it was
     * @param snapshot what the database should be, which says what belongs to tenants and which role is the application's
     * @throws SQLException if the database gives no answer at all
     */
    public static IsolationReport prove(Connection connection, Schema snapshot) throws SQLException {
        return RollbackTransaction.run(connection, () -> proveInTransaction(connection, snapshot));
    }

    /** Tries it all in the transaction that the connection is in, and undoes what it does. */
    static IsolationReport proveInTransaction(Connection connection, Schema snapshot) throws SQLException {
        Optional<Tenancy> tenancy = snapshot.tenancy();
        if (tenancy.isEmpty()) {
            return new IsolationReport(List.of(new ProbeResult(
                    ObjectPath.tenancy(), "tenancy", Verdict.NOT_APPLICABLE, "the snapshot declares no tenancy")));
        }
        Savepoint before = connection.setSavepoint();
        Schema live = CatalogReader.readInTransaction(connection, CatalogScope.of(snapshot))
                .schema();
        connection.rollback(before);
        ProbeSession stage = ProbeSession.open(
                connection, tenancy.get().role(), tenancy.get().setting());
        IsolationProof proof = new IsolationProof(stage, ProbeTargets.asMeant(live, snapshot), snapshot, tenancy.get());
        boolean roleExists =
                KeyedLookup.find(live.roles(), tenancy.get().role()).isPresent();
        IsolationReport report = roleExists ? proof.run() : proof.withoutRole();
        connection.rollback(before);
        connection.releaseSavepoint(before);
        return report;
    }

    private IsolationReport withoutRole() {
        String obstacle = "role " + tenancy.role() + " does not exist";
        ROLE_CHECKS.forEach(check -> note(check, ProbeOutcome.notProven(obstacle)));
        subjects.names().forEach(name -> proofs.cannotRun(name, obstacle));
        return report();
    }

    private IsolationReport run() throws SQLException {
        ProbeOutcome last = ProbeOutcome.held();
        for (RoleCheck check : ROLE_CHECKS) {
            last = check.run(stage, subjects.names());
            note(check, last);
        }
        return live(last.verdict().fails() ? Optional.of(last.detail()) : Optional.empty());
    }

    private IsolationReport live(Optional<String> obstacle) throws SQLException {
        List<ProbeTarget> all;
        try {
            all = subjects.of(seeds.newTenant(), seeds.newTenant());
        } catch (FixtureException missing) {
            subjects.names().forEach(name -> proofs.cannotRun(name, missing.obstacle()));
            return report();
        }
        subjects.absent().forEach(proofs::cannotRun);
        proofs.run(Probes.OF_CATALOGS, all, Map.of());
        Map<QualifiedName, String> obstacles = new TreeMap<>();
        obstacle.ifPresent(reason -> all.forEach(subject -> obstacles.put(subject.name(), reason)));
        proofs.run(Probes.FIRST, all, obstacles);
        if (obstacle.isEmpty()) {
            obstacles.putAll(subjects.fill(all, seeds));
        }
        if (stage.neverSet()) {
            List<ProbeTarget> settled = all.stream()
                    .filter(subject -> !obstacles.containsKey(subject.name()))
                    .toList();
            proofs.run(Probes.FIRST, settled, obstacles);
        }
        proofs.run(Probes.LIVE, all, obstacles);
        return report();
    }

    private void note(RoleCheck check, ProbeOutcome outcome) {
        results.add(
                new ProbeResult(ObjectPath.role(tenancy.role()), check.name(), outcome.verdict(), outcome.detail()));
    }

    private IsolationReport report() {
        results.addAll(proofs.results());
        return new IsolationReport(results);
    }
}
