package dev.tenon.benchmark.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark runs, and every contender compiles its project. The test measures no durations. */
class CompileBenchmarkTest {

    @Test
    void everyContenderCompilesASmallProject() throws Exception {
        List<Result> results = CompileBenchmark.measure(3, 1);
        assertThat(results).extracting(Result::contender).containsExactly(Contender.values());
        assertThat(results).allSatisfy(result -> {
            assertThat(result.cpuMillis()).isPositive();
            assertThat(result.peakKibibytes()).isPositive();
        });
    }

    @Test
    void reportHasARowForEachResult() {
        List<Result> results = List.of(
                new Result(Contender.WALKING, 100, List.of(new Run(1_000, 2_000, 102_400))),
                new Result(Contender.WALKING, 1_000, List.of(new Run(10_000, 20_000, 204_800))));
        assertThat(Report.of(results)).endsWith("""
                        | 100 | walks every element | 1.00 | 1.00 | 2.00 | 1.00 | 100 | 1.00 |  |
                        | 1000 | walks every element | 10.00 | 1.00 | 20.00 | 1.00 | 200 | 1.00 | 1.00 |
                        """);
    }
}
