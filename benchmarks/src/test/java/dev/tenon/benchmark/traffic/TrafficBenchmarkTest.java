package dev.tenon.benchmark.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The benchmark runs and measures what it claims. The tests check no durations. */
class TrafficBenchmarkTest {

    @Test
    void bothWaysAreMeasuredWhileOthersReadAndWrite() throws Exception {
        Recipe recipe = Recipe.ALL.get(0);
        assertThat(TrafficBenchmark.measure(recipe, 100, false).longest()).isNotNegative();
        assertThat(TrafficBenchmark.measure(recipe, 100, true).longest()).isNotNegative();
    }
}
