package dev.tenon.benchmark.compile;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a contender took for a project of one size.
 *
 * @param contender who compiled
 * @param entities how many entities
 * @param runs what each round took
 */
record Result(Contender contender, int entities, List<Run> runs) {

    long wallMillis() {
        return median(Run::wallMillis);
    }

    long cpuMillis() {
        return median(Run::cpuMillis);
    }

    long peakKibibytes() {
        return median(Run::peakKibibytes);
    }

    private long median(ToLongFunction<Run> value) {
        return runs.stream()
                .mapToLong(value)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
