package dev.tenon.runtime.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often the simulation and a server agree about plans, and where they do not. */
final class LawReport {

    /** At most this part of the plans may be refused by the simulation alone. */
    private static final double TOLERATED = 0.01;

    private final Map<String, Integer> agreed = new TreeMap<>();
    /** Refusals of the server that the simulation need not foresee. */
    private final Map<String, Integer> beyond = new TreeMap<>();
    /** Refusals of the simulation that the server does not share. */
    private final Map<String, Integer> excessive = new TreeMap<>();

    /** One plan for each of these reasons. */
    private final Map<String, String> examples = new TreeMap<>();

    private final List<String> violations = new ArrayList<>();
    private int plans;

    /** Compares the verdicts on one plan. */
    void add(String plan, PlanMutation broken, PlanVerdict simulation, PlanVerdict server) {
        plans++;
        int size = broken.statements().size();
        if (simulation.refused() < server.refused()) {
            excessive(unnamed(simulation.reason()), plan + ": " + broken.statements().get(simulation.refused()).sql()
                    + ": " + simulation.reason());
        } else if (server.refused() < simulation.refused()) {
            Optional<UnforeseenRefusal> cause = UnforeseenRefusal.of(server);
            if (cause.isPresent()) {
                beyond.merge(cause.get().name(), 1, Integer::sum);
            } else {
                violations.add(plan + ": " + server.code() + " " + server.reason() + "\n  for "
                        + broken.statements().get(server.refused()).sql());
            }
        } else if (server.refused() < size) {
            agreed.merge("refused", 1, Integer::sum);
        } else if (server.differences().isEmpty() == simulation.differences().isEmpty()) {
            agreed.merge(server.differences().isEmpty() ? "allowed" : "with another result", 1, Integer::sum);
        } else if (server.differences().isEmpty()) {
            excessive("result: " + unnamed(simulation.differences().get(0)), plan + ": " + simulation.differences());
        } else {
            violations.add(plan + ": the result differs: " + server.differences());
        }
    }

    private void excessive(String reason, String example) {
        excessive.merge(reason, 1, Integer::sum);
        examples.putIfAbsent(reason, example);
    }

    /** The reason without names and values. */
    private static String unnamed(String reason) {
        return reason.replaceAll(" is (null|Optional|\\[).* instead of .*", " differs")
                .replaceAll("(public|aside)?\\.?(\"[^\"]*q\\d+z[^\"]*\"|[\\w.]*q\\d+z(_\\w+)?)", "…")
                .replaceAll("…(\\.…)+", "…");
    }

    /** One plan for each reason for which the simulation alone refuses plans. */
    Map<String, String> examples() {
        return examples;
    }

    int plans() {
        return plans;
    }

    /** Plans that the simulation allows and the server refuses, for no documented cause. */
    List<String> violations() {
        return violations;
    }

    /** The part of the plans that the simulation refuses and the server does not. */
    double excess() {
        return plans == 0
                ? 0
                : (double) excessive.values().stream().mapToInt(Integer::intValue).sum() / plans;
    }

    boolean holds() {
        return violations.isEmpty() && excess() <= TOLERATED;
    }

    @Override
    public String toString() {
        return plans + " plans, agreed " + agreed + ", refused by the server alone " + beyond
                + ", refused by the simulation alone " + excessive + " (" + Math.round(excess() * 10_000) / 100.0
                + " %)";
    }
}
