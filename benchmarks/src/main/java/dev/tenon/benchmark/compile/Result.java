package dev.tenon.benchmark.compile;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The result of a contender for a project of one size.
 *
 * @param contender the contender
 * @param entities the number of entities
 * @param runs the runs, one for each round
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
