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
 * Runs the probes, each on all tables before the next, and keeps the outcomes. If a table has an obstacle, each
 * affected probe reports it.
 */
final class ProbeRunner {

    private final ProbeSession stage;
    private final FixtureRows seeds;
    private final Map<QualifiedName, Map<String, ProbeOutcome>> outcomes = new LinkedHashMap<>();

    ProbeRunner(ProbeSession stage, FixtureRows seeds) {
        this.stage = stage;
        this.seeds = seeds;
    }

    /** Runs probes on those subjects that have no obstacle. */
    void run(List<Probe> probes, List<ProbeTarget> subjects, Map<QualifiedName, String> obstacles) throws SQLException {
        for (Probe probe : probes) {
            for (ProbeTarget subject : subjects) {
                Optional<String> obstacle = Optional.ofNullable(obstacles.get(subject.name()));
                note(
                        subject.name(),
                        probe,
                        obstacle.isPresent() ? ProbeOutcome.notProven(obstacle.get()) : run(probe, subject));
            }
        }
    }

    /** Says of every probe that it could not be carried out on a table. */
    void cannotRun(QualifiedName table, String obstacle) {
        for (List<Probe> probes : List.of(Probes.OF_CATALOGS, Probes.FIRST, Probes.LIVE)) {
            probes.forEach(probe -> note(table, probe, ProbeOutcome.notProven(obstacle)));
        }
    }

    /** The outcomes, by table and in the order in which the probes ran. */
    List<ProbeResult> results() {
        List<ProbeResult> results = new ArrayList<>();
        outcomes.keySet().stream()
                .sorted()
                .forEach(table -> outcomes.getOrDefault(table, Map.of())
                        .forEach((probe, outcome) -> results.add(
                                new ProbeResult(ObjectPath.table(table), probe, outcome.verdict(), outcome.detail()))));
        return results;
    }

    private ProbeOutcome run(Probe probe, ProbeTarget subject) throws SQLException {
        try {
            return stage.aside(() -> probe.run(subject, stage, seeds));
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
