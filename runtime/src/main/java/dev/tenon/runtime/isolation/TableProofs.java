package dev.tenon.runtime.isolation;

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
final class TableProofs {

    private final Stage stage;
    private final Seeds seeds;
    private final Map<QualifiedName, Map<String, Outcome>> outcomes = new LinkedHashMap<>();

    TableProofs(Stage stage, Seeds seeds) {
        this.stage = stage;
        this.seeds = seeds;
    }

    /** Runs probes on those subjects that have no obstacle. */
    void run(List<Probe> probes, List<Subject> subjects, Map<QualifiedName, String> obstacles) throws SQLException {
        for (Probe probe : probes) {
            for (Subject subject : subjects) {
                Optional<String> obstacle = Optional.ofNullable(obstacles.get(subject.name()));
                note(
                        subject.name(),
                        probe,
                        obstacle.isPresent() ? Outcome.notProven(obstacle.get()) : run(probe, subject));
            }
        }
    }

    /** Says of every probe that it could not be carried out on a table. */
    void cannotRun(QualifiedName table, String obstacle) {
        for (List<Probe> probes : List.of(Probes.OF_CATALOGS, Probes.FIRST, Probes.LIVE)) {
            probes.forEach(probe -> note(table, probe, Outcome.notProven(obstacle)));
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

    private Outcome run(Probe probe, Subject subject) throws SQLException {
        try {
            return stage.aside(() -> probe.run(subject, stage, seeds));
        } catch (SeedException missing) {
            return Outcome.notProven(missing.obstacle());
        } catch (SQLException failure) {
            return Outcome.notProven(Refusal.unlessLost(failure).toString());
        }
    }

    private void note(QualifiedName table, Probe probe, Outcome outcome) {
        outcomes.computeIfAbsent(table, name -> new LinkedHashMap<>()).put(probe.name(), outcome);
    }
}
