package dev.tenon.runtime.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.schema.internal.plan.PlanSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Between two random schemas there is a plan that the simulation accepts. {@code -Dtenon.endurance=true} tries
 * 10,000 pairs; {@code -Dtenon.pairs=1000 -Dtenon.pairs.seed=1} tries others.
 */
class RandomPlansTest {

    /** The code of a plan that the simulation refuses. */
    private static final String IMPOSSIBLE = "TN434";

    @Test
    void aPlanBetweenRandomSchemasIsPossible() {
        int pairs = Integer.getInteger("tenon.pairs", Endurance.ASKED ? 10_000 : 100);
        long first = Long.getLong("tenon.pairs.seed", 1);
        Map<String, Integer> refused = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        int statements = 0;
        for (long seed = first; seed < first + pairs; seed++) {
            try {
                SchemaPair pair = SchemaPair.of(seed, Set.of());
                pair.refused().forEach((code, count) -> refused.merge(code, count, Integer::sum));
                if (pair.refused().containsKey(IMPOSSIBLE)) {
                    failures.add("seed " + seed + ": an edit is refused with " + IMPOSSIBLE);
                }
                SimulatedPair plan = SimulatedPair.of(pair);
                statements += plan.statements().size();
                if (!plan.draft().findings().isEmpty()) {
                    failures.add("seed " + seed + ": " + plan.draft().findings());
                }
                List<PlanSimulator.Problem> problems =
                        PlanSimulator.problems(plan.draft().steps(), plan.context());
                problems.forEach(problem -> failures.add(problem.reason()));
            } catch (RuntimeException | AssertionError e) {
                failures.add("seed " + seed + ": " + e);
            }
        }
        System.out.printf(
                "random plans: seeds %d to %d, %d statements, %d failed, refused: %s%n",
                first, first + pairs - 1, statements, failures.size(), refused);
        assertThat(failures).isEmpty();
    }
}
