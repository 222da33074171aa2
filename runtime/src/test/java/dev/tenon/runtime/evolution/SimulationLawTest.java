package dev.tenon.runtime.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.schema.internal.sql.GlobalObjectSql;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The law of the simulation, on random plans that are broken at random: a plan that the simulation allows runs on the
 * server, except for {@link UnforeseenRefusal}, and at most one plan of a hundred that the server takes is refused by
 * the simulation. {@code -Dtenon.plans=10000 -Dtenon.plans.seed=1} tries more plans, or others.
 */
class SimulationLawTest {

    private static final List<Integer> VERSIONS = List.of(15, 16, 17, 18);
    private static final int BROKEN_PER_PLAN = 40;

    @Test
    void whatTheSimulationAllowsRunsAndNothingElse() throws SQLException {
        int plans = Integer.getInteger("tenon.plans", Endurance.ASKED ? 10_000 : 200);
        long first = Long.getLong("tenon.plans.seed", 1);
        LawReport report = new LawReport();
        long last = first;
        for (int i = 0; i < VERSIONS.size(); i++) {
            int until = plans * (i + 1) / VERSIONS.size();
            last = Math.max(last, run(VERSIONS.get(i), first + i, until, report));
        }
        System.out.printf("the law of the simulation: seeds %d to %d, %s%n", first, last, report);
        report.examples().forEach((reason, example) -> System.out.println("  " + reason + ": " + example));
        assertThat(report.violations()).isEmpty();
        assertThat(report.holds()).as(report.toString()).isTrue();
    }

    /** Breaks plans until there are as many, and returns the last seed. */
    private static long run(int version, long first, int until, LawReport report) throws SQLException {
        long seed = first;
        try (TestDatabase database = DevPostgres.version(version).database();
                Connection connection = database.connection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(GlobalObjectSql.createRole(SecurityEdits.ROLE));
            }
            while (report.plans() < until) {
                compare(seed, connection, report);
                seed += VERSIONS.size();
            }
        }
        return seed;
    }

    private static void compare(long seed, Connection connection, LawReport report) throws SQLException {
        SchemaPair pair = SchemaPair.of(seed, Set.of());
        SimulatedPair plan = SimulatedPair.of(pair);
        List<PlanMutation> all =
                PlanMutation.of(plan.statements(), BROKEN_PER_PLAN, new RandomChoices(seed * 7 + 3));
        try (PlanTrial trial = new PlanTrial(connection, pair, plan)) {
            for (PlanMutation broken : all) {
                PlanVerdict simulation = PlanVerdict.of(
                        plan.problems(broken.statements()), broken.statements().size());
                report.add("seed " + seed + ", " + broken.kind(), broken, simulation, trial.run(broken));
            }
        }
    }
}
