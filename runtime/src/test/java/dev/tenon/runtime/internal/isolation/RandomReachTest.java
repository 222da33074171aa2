package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever an attacker reaches through random roles, views, routines, triggers and rules is a leak for the proof. {@code
 * -Dtenon.reach.seed=1 -Dtenon.reach.seconds=3600} tries others, or more.
 */
class RandomReachTest {

    private static final Duration IN_BUILD = Duration.ofSeconds(8);

    private static final Duration ENDURANCE = Duration.ofHours(1);

    /**
     * The checks that judge by what the database permits, not by what it contains: an object that shows nothing today is
     * one statement from showing everything.
     */
    private static final Set<String> MAY_OVERSTATE = Set.of(
            "cascades",
            "owned-objects",
            "relations",
            "role-membership",
            "routines",
            "rules",
            "triggers",
            "ungranted-privileges",
            "views");

    private final Map<String, Integer> overstated = new TreeMap<>();
    private final Set<String> unreported = new TreeSet<>();
    private int reached;

    @Test
    void whateverIsReachedIsReported() throws SQLException {
        long first = Long.getLong("tenon.reach.seed", 1);
        long seconds = Long.getLong("tenon.reach.seconds", (Endurance.ASKED ? ENDURANCE : IN_BUILD).toSeconds());
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long seed = first;
        try (Scratch scratch = Scratch.create();
                Connection connection = scratch.database().connection()) {
            RandomReach reach = new RandomReach(connection, scratch);
            while (seed == first || System.nanoTime() < end) {
                count(seed, reach.run(seed));
                seed++;
            }
        }
        System.out.printf(
                "random reach: seeds %d to %d, %d ways reached the other tenant, %d not reported, reported although"
                        + " nothing was reached: %s%n",
                first, seed - 1, reached, unreported.size(), overstated);
        assertThat(unreported).isEmpty();
        assertThat(overstated.keySet()).isSubsetOf(MAY_OVERSTATE);
    }

    private void count(long seed, RandomReach.Outcome outcome) {
        for (RandomReach.Way way : outcome.reached()) {
            reached++;
            if (outcome.leaks().stream().noneMatch(way::namedIn)) {
                unreported.add("seed " + seed + ": " + way);
            }
        }
        for (String leak : outcome.leaks()) {
            if (outcome.reached().stream().noneMatch(way -> way.namedIn(leak))) {
                overstated.merge(probe(leak), 1, Integer::sum);
            }
        }
    }

    private static String probe(String leak) {
        return leak.split(" ", 4)[2];
    }
}
