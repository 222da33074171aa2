package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.probe.Probe;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs each probe on all tables before the next probe, and collects the outcomes. If a table has an obstacle, each
 * affected probe reports it.
 */
final class ProbeRunner {

    private final ProbeSession session;
    private final FixtureRows fixtures;
    private final Map<QualifiedName, Map<String, ProbeOutcome>> outcomes = new LinkedHashMap<>();

    ProbeRunner(ProbeSession session, FixtureRows fixtures) {
        this.session = session;
        this.fixtures = fixtures;
    }

    /** Runs probes on the targets without obstacles. */
    void run(List<Probe> probes, List<ProbeTarget> targets, Map<QualifiedName, String> obstacles) throws SQLException {
        for (Probe probe : probes) {
            for (ProbeTarget target : targets) {
                Optional<String> obstacle = Optional.ofNullable(obstacles.get(target.name()));
                note(
                        target.name(),
                        probe,
                        obstacle.isPresent() ? ProbeOutcome.notProven(obstacle.get()) : run(probe, target));
            }
        }
    }

    /** Reports for every probe that it could not run on a table. */
    void cannotRun(QualifiedName table, String obstacle) {
        for (List<Probe> probes : List.of(Probes.OF_CATALOGS, Probes.FIRST, Probes.LIVE)) {
            probes.forEach(probe -> note(table, probe, ProbeOutcome.notProven(obstacle)));
        }
    }

    /** Returns the outcomes, by table and in the order of the probes. */
    List<ProbeResult> results() {
        List<ProbeResult> results = new ArrayList<>();
        outcomes.keySet().stream()
                .sorted()
                .forEach(table -> outcomes.getOrDefault(table, Map.of())
                        .forEach((probe, outcome) -> results.add(
                                new ProbeResult(ObjectPath.table(table), probe, outcome.verdict(), outcome.detail()))));
        return results;
    }

    private ProbeOutcome run(Probe probe, ProbeTarget target) throws SQLException {
        try {
            return session.inSavepoint(() -> probe.run(target, session, fixtures));
        } catch (FixtureException missing) {
            return ProbeOutcome.notProven(missing.obstacle());
        } catch (SQLException failure) {
            return ProbeOutcome.notProven(StatementError.unlessLost(failure).toString());
        }
    }

    private void note(QualifiedName table, Probe probe, ProbeOutcome outcome) {
        outcomes.computeIfAbsent(table, name -> new LinkedHashMap<>()).put(probe.name(), outcome);
    }
}
